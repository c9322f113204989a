/** The rooms of 管理, as the address names them. */
export const tabs = ['units', 'users', 'posts', 'terms', 'calendar', 'limits', 'security', 'audit'] as const;
export type AdminTab = (typeof tabs)[number];
