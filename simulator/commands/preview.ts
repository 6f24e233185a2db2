export const preview = async (..._: unknown[]): Promise<number> => 0;
