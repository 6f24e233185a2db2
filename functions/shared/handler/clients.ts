/** For calls that may be repeated: a few quick tries. `requestTimeout` alone would only warn. */
export const CALL_WITH_RETRIES = {
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
};

/** For readers of texts: another reads where they do not answer soon, so two short tries. */
export const CALL_BRIEFLY = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
};

/** For channels: one try, since a second may send twice, and time enough for a slow provider. */
export const CALL_ONCE = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 2000, requestTimeout: 10_000, throwOnRequestTimeout: true },
};

/** For another function of ours, which may take a minute and is not asked twice at once. */
export const CALL_ONCE_SLOWLY = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 70_000 },
};
