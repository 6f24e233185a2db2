/** A fenced block of a Markdown page, with what stands behind its language: `yaml journeys/parcel.yaml`. */
export interface Snippet {
  language: string;
  name: string;
  text: string;
}

export const snippetsOf = (page: string): Snippet[] =>
  [...page.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(([, language = '', name = '', text = '']) => ({
    language,
    name,
    text,
  }));
