import type { Role } from '@duban/rules/vocabulary';

/** The signed-in person, with the rights of the post held. */
export interface Viewer {
  userId: string;
  sessionId: string;
  account: string;
  displayName: string;
  postId: string;
  postTitle: string;
  role: Role;
  unitId: string;
  /** The unit and all below it. */
  unitIds: string[];
  /** Units that the post oversees (分管). */
  overseenUnitIds: string[];
  /** The password was given by an administrator: until it is changed, nothing else may be done. */
  mustChangePassword: boolean;
}
