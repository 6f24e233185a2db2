import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings } from '../../../functions/api/contract/stage.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useMe } from '../../shared/session/me.ts';
import { useSession } from '../../shared/session/session-context.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Row, Rows } from '../../shared/ui/rows.tsx';
import { count } from '../../shared/words/count.ts';
import classes from './settings.module.css';
import { UsersPanel } from './users-panel.tsx';

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={classes.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Facts = ({ children }: { children: ReactNode }) => <dl className={classes.facts}>{children}</dl>;

const MePanel = () => {
  const me = useMe();
  const { local } = useSession();
  return (
    <Panel title="Who you are">
      <Facts>
        <Fact name="Name">
          <Breakable>{me?.user.name ?? '–'}</Breakable>
        </Fact>
        <Fact name="Roles">{me?.roles.join(', ') ?? '–'}</Fact>
      </Facts>
      {local && (
        <Text size="sm" c="dimmed" mt="md">
          Locally nobody signs in: choose a role in the corner of the navigation, and see what others see.
        </Text>
      )}
    </Panel>
  );
};

const StagePanel = ({
  settings: { stage, isLocal, isKept, version, catalogue, zone, country, draft, needsSecondPair, frameOrigins },
}: {
  settings: Settings;
}) => (
  <Panel title="This stage">
    <Facts>
      <Fact name="Stage">
        {isLocal
          ? 'on this computer'
          : `${stage}, ${isKept ? 'kept: its customers are real' : 'for trying things out'}`}
      </Fact>
      <Fact name="Published">
        version {version}: {count(catalogue.journeys, 'journey')}, {count(catalogue.moments, 'moment')},{' '}
        {count(catalogue.events, 'event type')}
      </Fact>
      <Fact name="Time zone where none is known">{zone}</Fact>
      {country && <Fact name="Country of bare phone numbers">{country}</Fact>}
      <Fact name="Drafts are in">{draft}</Fact>
      <Fact name="Publishing">{needsSecondPair ? 'needs somebody else to agree' : 'needs nobody else'}</Fact>
      <Fact name="Agent’s page in frames of">
        {frameOrigins.length === 0 ? 'nobody; name them in the stage’s settings' : frameOrigins.join(', ')}
      </Fact>
    </Facts>
  </Panel>
);

const ChannelsPanel = ({ settings: { channels } }: { settings: Settings }) => (
  <Panel title="Channels">
    <Rows>
      {channels.map(({ channel, title, sends, says }) => (
        <Row key={channel} about={says}>
          {title} <Badge tone={sends ? 'good' : 'wait'}>{sends ? 'sends' : 'sends nothing'}</Badge>
        </Row>
      ))}
    </Rows>
  </Panel>
);

const RolesPanel = ({ settings: { roles } }: { settings: Settings }) => (
  <Panel title="Roles">
    <Rows>
      {roles.map(({ role, says }) => (
        <Row key={role} about={says}>
          {role}
        </Row>
      ))}
    </Rows>
  </Panel>
);

/** How this stage is set, who may what, and who one is. */
export const SettingsPage = () => {
  const query = useAnswer('settings', {});
  return (
    <Page title="Settings" lead="How a stage is set is read here, and changed where Tactful is deployed from.">
      <Answer query={query}>
        {(settings) => (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            <Stack gap="lg">
              <MePanel />
              <StagePanel settings={settings} />
            </Stack>
            <Stack gap="lg">
              <ChannelsPanel settings={settings} />
              <RolesPanel settings={settings} />
              {!settings.isLocal && <UsersPanel all={settings.roles.map(({ role }) => role)} />}
            </Stack>
          </SimpleGrid>
        )}
      </Answer>
    </Page>
  );
};
