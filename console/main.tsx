import './shared/theme/mantine.css';
import '@mantine/notifications/styles.css';
import './shared/theme/base.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LocalApp, SignedInApp } from './app/app.tsx';
import { SignInFailed } from './app/sign-in-failed.tsx';
import { readSignIn } from './shared/session/sign-in-settings.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
const page = createRoot(root);
const show = (app: ReactNode): void => page.render(<StrictMode>{app}</StrictMode>);

const settings = readSignIn(document);
if (settings === undefined) show(<LocalApp />);
else {
  // The protocol is loaded where one signs in, and only there.
  import('./shared/session/sign-in.ts')
    .then(({ signIn }) => signIn(settings, window))
    // Nobody who is on the way to sign in sees the console for a moment.
    .then((session) => session && show(<SignedInApp session={session} />))
    .catch((error: unknown) => show(<SignInFailed error={error} />));
}
