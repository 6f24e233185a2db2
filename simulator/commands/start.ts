export const start = async (..._: unknown[]): Promise<number> => 0;
