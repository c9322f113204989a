/** Where complainants read the answer when no other address is set for the public: this site's own. */
export function ownAnswerAddress(): string {
  return `${window.location.origin}/public/answer`;
}
