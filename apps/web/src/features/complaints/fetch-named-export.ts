import { ServerError } from '@apollo/client/errors';

/**
 * The ledger of complaints with who complained, for a reason given; or what is wrong with the reason. ServerError where the server answers
 * otherwise; TypeError when it can't be reached.
 */
export async function fetchNamedExport(href: string, reason: string): Promise<{ file: Blob; name: string | null } | { problem: string }> {
  const url = `${href}${href.includes('?') ? '&' : '?'}reason=${encodeURIComponent(reason)}`;
  const response = await fetch(url, { credentials: 'same-origin', cache: 'no-store' });
  if (response.ok) return { file: await response.blob(), name: nameIn(response.headers.get('content-disposition') ?? '') };
  const bodyText = await response.text();
  if (response.status === 400) return { problem: messageIn(bodyText) };
  throw new ServerError(`The export answered ${response.status}`, { response, bodyText });
}

/** The name that the server gives the file. */
function nameIn(disposition: string): string | null {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  return encoded ? decodeURIComponent(encoded) : null;
}

function messageIn(body: string): string {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    return typeof message === 'string' ? message : body;
  } catch {
    return body;
  }
}
