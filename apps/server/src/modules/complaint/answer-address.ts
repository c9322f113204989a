let base: string | undefined;

/** Takes the address that people type (`PUBLIC_URL`), where there is one. */
export function setPublicAddress(publicUrl: string | undefined): void {
  base = publicUrl?.replace(/\/+$/, '');
}

/** Where complainants read the answer, as it stands on what they are given; null where the site's own address is the one to use. */
export function answerAddress(): string | null {
  return base === undefined ? null : `${base}/public/answer`;
}
