/** A page that says so of sign-in. */
export const pageWith = (content: string): Document => {
  const page = document.implementation.createHTMLDocument();
  const said = page.createElement('meta');
  said.setAttribute('name', 'tactful-sign-in');
  said.setAttribute('content', content);
  page.head.append(said);
  return page;
};
