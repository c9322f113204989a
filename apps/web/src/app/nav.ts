import {
  AppstoreOutlined,
  AuditOutlined,
  CheckSquareOutlined,
  CloudUploadOutlined,
  CommentOutlined,
  CompassOutlined,
  CustomerServiceOutlined,
  DashboardOutlined,
  FileTextOutlined,
  GlobalOutlined,
  HomeOutlined,
  MessageOutlined,
  ProjectOutlined,
  SettingOutlined,
  SolutionOutlined,
  ThunderboltOutlined,
  ToolOutlined,
} from '@ant-design/icons';

/** The rooms of the product, in the order of the rail. `path` is the room's first page. `onPhone`: among the four of the bottom bar. */
export const rooms = [
  { id: 'cockpit', path: '/', icon: DashboardOutlined, onPhone: true },
  { id: 'myWork', path: '/my-work', icon: CheckSquareOutlined, onPhone: true },
  { id: 'style', path: '/style-problems', icon: AuditOutlined, onPhone: false },
  { id: 'projects', path: '/service-projects', icon: ProjectOutlined, onPhone: false },
  { id: 'hardProblems', path: '/hard-problems', icon: ThunderboltOutlined, onPhone: true },
  { id: 'livelihood', path: '/livelihood-works', icon: HomeOutlined, onPhone: true },
  { id: 'publicProblems', path: '/public-problems', icon: CommentOutlined, onPhone: false },
  { id: 'visits', path: '/visits', icon: CompassOutlined, onPhone: false },
  { id: 'rectifications', path: '/rectifications', icon: ToolOutlined, onPhone: false },
  { id: 'complaints', path: '/complaints', icon: MessageOutlined, onPhone: false },
  { id: 'complaintDesk', path: '/complaint-desk', icon: CustomerServiceOutlined, onPhone: false },
  { id: 'accountability', path: '/accountability', icon: SolutionOutlined, onPhone: false },
  { id: 'openness', path: '/openness', icon: GlobalOutlined, onPhone: false },
  { id: 'policy', path: '/policy', icon: FileTextOutlined, onPhone: false },
  { id: 'imports', path: '/exchange', icon: CloudUploadOutlined, onPhone: false },
  { id: 'admin', path: '/admin', icon: SettingOutlined, onPhone: false },
] as const;

export type Room = (typeof rooms)[number];

export const moreIcon = AppstoreOutlined;

/** The room that a path lies in. */
export function roomOf(pathname: string): Room | undefined {
  return (
    rooms.find((room) => room.path !== '/' && (pathname === room.path || pathname.startsWith(`${room.path}/`))) ??
    (pathname === '/' ? rooms[0] : undefined)
  );
}
