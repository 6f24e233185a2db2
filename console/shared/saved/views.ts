/** What a list was narrowed to, by a name. */
export interface SavedView {
  name: string;
  /** Parameters of the page's address. */
  search: Record<string, string>;
}

const keyOf = (page: string): string => `tactful.views.${page}`;

const isView = (value: unknown): value is SavedView => {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('search' in value)) return false;
  const { name, search } = value;
  if (typeof name !== 'string' || typeof search !== 'object' || search === null) return false;
  return Object.values(search).every((each) => typeof each === 'string');
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** The views that this browser keeps of a page. What is there and is none is passed over. */
export const readViews = (storage: Storage, page: string): SavedView[] => {
  const stored = parse(storage.getItem(keyOf(page)) ?? '[]');
  return Array.isArray(stored) ? stored.filter(isView) : [];
};

/** Keeps a view, in place of one of the same name. */
export const keepView = (storage: Storage, page: string, view: SavedView): SavedView[] => {
  const views = [...readViews(storage, page).filter(({ name }) => name !== view.name), view];
  storage.setItem(keyOf(page), JSON.stringify(views));
  return views;
};

export const dropView = (storage: Storage, page: string, name: string): SavedView[] => {
  const views = readViews(storage, page).filter((view) => view.name !== name);
  storage.setItem(keyOf(page), JSON.stringify(views));
  return views;
};
