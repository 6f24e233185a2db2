/** In days: of what happened on a day, of what is due on one, of a crowd since somebody of it moved, and of how far a shard is counted, which lives for a day or two. */
export const KEPT = { counts: 400, upcoming: 30, crowds: 120, mark: 7 };
