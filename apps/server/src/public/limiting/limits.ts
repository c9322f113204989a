const minute = 60;
const hour = 60 * minute;

/** So many uses of one thing in so many seconds. */
export interface Limit {
  points: number;
  seconds: number;
}

/**
 * What one visitor may do on the public site; who asks for more is told how long to wait, and that the telephone and the window stay open.
 *
 * Visitors are told apart by network address (IPv6: by the /64 that a household gets), so people behind one address (an office, a mobile
 * network) share these figures. That is why complaints have a reserve for the day, and reading is limited only where no person reads so fast.
 */
export const limits = {
  /** Requests of one address, of any kind, counted in memory before anything is read of them. */
  requests: { points: 600, seconds: minute },
  /** Complaints from one address. */
  complaints: { points: 5, seconds: hour },
  /** Complaints beyond those of the hour: a burst, or a shared address. */
  complaintsReserve: { points: 10, seconds: 24 * hour },
  /** Files from one address. */
  uploads: { points: 30, seconds: hour },
  /** Pairs of code and secret that did not open anything, from one address… */
  wrongKeysFrom: { points: 10, seconds: 15 * minute },
  /** …and for one query code, from wherever. */
  wrongKeysFor: { points: 10, seconds: 15 * minute },
  /** Additions, withdrawals, grades and the like to one complaint, by whoever has its key. */
  acts: { points: 30, seconds: hour },
} as const satisfies Record<string, Limit>;

/** Acts that one address may have under way at the same moment, whatever came of those before. */
export const atOnceFromOne = 8;
/** Acts of the public that are worked on at once by a process, and that may wait: the rest of its connections stay for those at work. */
export const publicLane = { atOnce: 4, waiting: 400 } as const;
/** Seconds to wait where only the moment is bad. */
export const momentSeconds = 5;

export type LimitName = keyof typeof limits;

/** Where several people share an address, nobody is turned away for good. */
export const waitWords = (seconds: number) =>
  `操作过于频繁，请${seconds < 90 ? `等待 ${seconds} 秒` : `约 ${Math.ceil(seconds / 60)} 分钟`}后再试。急需反映的，可以拨打投诉电话或到服务窗口办理。`;
