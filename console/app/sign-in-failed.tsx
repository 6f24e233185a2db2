import { MantineProvider } from '@mantine/core';
import { theme, variables } from '../shared/theme/theme.ts';
import { Failure } from '../shared/ui/failure.tsx';
import { Page } from '../shared/ui/page.tsx';

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Signing in did not work: what was said, and another try from the beginning. */
export const SignInFailed = ({ error }: { error: unknown }) => (
  <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
    <main>
      <Page
        title="You could not be signed in"
        lead="Try again; if it stays so, ask whoever runs Tactful whether your account is there."
      >
        <Failure error={asError(error)} retry={() => window.location.assign('/')} />
      </Page>
    </main>
  </MantineProvider>
);
