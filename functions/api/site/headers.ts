interface Allowed {
  allowedFrames: readonly string[];
  connects: readonly string[];
}

/** Pages that are made for a frame in somebody else's site. */
const FRAMED = /^\/agent\//;

/** What a browser may do with an answer of ours. Only an agent's page may be shown in a frame, and only where a setting says so. */
export const securityHeaders = (path: string, { allowedFrames, connects }: Allowed): Record<string, string> => {
  const frames = FRAMED.test(path) && allowedFrames.length > 0 ? allowedFrames.join(' ') : "'none'";
  const policy = [
    "default-src 'self'",
    `connect-src ${["'self'", ...connects].join(' ')}`,
    "script-src 'self'",
    "worker-src 'self' blob:",
    // Components set their own sizes, and previews of mails have styles.
    "style-src 'self' 'unsafe-inline'",
    // Mails that are previewed show their own pictures.
    "img-src 'self' data: https:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frames}`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    // The address of a page may have a customer's id in it, and that of a sign-in a code.
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
};
