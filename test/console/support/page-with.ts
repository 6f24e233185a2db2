/** A page that says so of sign-in. */
export const pageWith = (content: string): Document => {
  const page = document.implementation.createHTMLDocument();
  const meta = page.createElement('meta');
  meta.setAttribute('name', 'tactful-sign-in');
  meta.setAttribute('content', content);
  page.head.append(meta);
  return page;
};
