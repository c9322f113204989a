const sentences = {
  WRONG: '账号或密码不正确。',
  LOCKED: '连续多次输错，账号已临时锁定，请稍后再试，或联系系统管理员。',
  BUSY: '此刻登录的人太多，请过几秒再试。',
} as const;

export type SignInRefusal = keyof typeof sentences;

/** The person may not come in; it never says whether the account exists. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  readonly reason: SignInRefusal;
  /** LOCKED: until when. */
  readonly until: Date | null;

  constructor(reason: SignInRefusal, until: Date | null) {
    super(sentences[reason]);
    this.reason = reason;
    this.until = until;
  }
}
