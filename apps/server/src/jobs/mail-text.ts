import type { NotificationKind } from '@duban/rules/notices';

/** What each kind of line says of its matter. */
const sentences: Readonly<Record<NotificationKind, string>> = {
  ASSIGNED: '已交办，请签收办理',
  SIGN_OFF_DUE: '反馈待签发',
  REVIEW_DUE: '反馈待审核',
  REWORK: '退回重办',
  ACCEPTED: '已通过审核',
  BOUNCED: '承办单位退回，待改派',
  EXTENSION_ASKED: '申请延期，待批复',
  EXTENSION_DECIDED: '延期申请已批复',
  URGED: '被催办',
  INSTRUCTED: '领导作出批示',
  DECISION_NEEDED: '有事项待您决策',
  DUE_SOON: '办理时限将到',
  OVERDUE: '已逾期',
  CHANGED: '事项有变动',
};

export interface MailLine {
  kind: NotificationKind;
  number: string;
  title: string | null;
  dueOn: string | null;
}

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/** All that waits for a person in one mail: a line each with its link, when the address of the app is known. */
export function mailOf(campaign: string, lines: readonly MailLine[], publicUrl: string | undefined): Mail {
  const subject = `督办提醒：${lines.length} 条新消息`;
  const base = publicUrl?.replace(/\/+$/, '');
  const shown = lines.map(({ kind, number, title, dueOn }) => ({
    sentence: `${sentences[kind]}：${number}${title ? ` ${title}` : ''}${dueOn ? `（时限 ${dueOn}）` : ''}`,
    link: base ? `${base}/items/${encodeURIComponent(number)}` : null,
  }));
  const foot = '在督办系统“消息”页可设置接收方式。本邮件由系统发出，请勿回复。';
  return {
    subject,
    text: [campaign, '', ...shown.map(({ sentence, link }) => `· ${sentence}${link ? `\n  ${link}` : ''}`), '', foot].join('\n'),
    html: `<p>${escapeHtml(campaign)}</p><ul>${shown
      .map(({ sentence, link }) => `<li>${link ? `<a href="${escapeHtml(link)}">${escapeHtml(sentence)}</a>` : escapeHtml(sentence)}</li>`)
      .join('')}</ul><p><small>${escapeHtml(foot)}</small></p>`,
  };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!);
