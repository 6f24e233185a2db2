import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useClient } from '../../shared/api/client-context.ts';
import { useMay } from '../../shared/session/me.ts';
import { Empty } from '../../shared/ui/empty.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { useWorkbook } from '../../worker/workbook/use-workbook.ts';
import { ConflictNote } from './conflict-note.tsx';
import { JourneyEditor } from './journey-editor.tsx';
import { LoadingDraft } from './loading-draft.tsx';
import { TextEditor } from './text-editor.tsx';
import { Toolbar } from './toolbar.tsx';

const titleOf = (path: string, text: string | undefined): string =>
  /^title: (["']?)(.+)\1$/m.exec(text ?? '')?.[2] ?? path;

/** A file of the draft. */
export const EditorPage = () => {
  const { _splat: path = '' } = useParams({ from: '/shell/draft/$' });
  const client = useClient();
  const may = useMay();
  const [workbook, state] = useWorkbook(client);
  const sheet = state.sheets[path];
  const isFixed = !may('writeDraftFile');
  const common = { workbook, state, path, isFixed };
  return (
    <Page
      isWide
      title={titleOf(path, sheet?.history.text)}
      lead={
        <>
          <Go to="/drafts">Draft</Go> / {path}
        </>
      }
      actions={sheet && !isFixed && <Toolbar workbook={workbook} path={path} sheet={sheet} />}
    >
      <LoadingDraft state={state} again={() => void workbook.load()}>
        <Stack gap="sm">
          {!sheet && (
            <Empty title="The draft has no such file" action={<Go to="/drafts">All of the draft</Go>}>
              It may have been renamed, or taken away.
            </Empty>
          )}
          {sheet?.failure !== undefined && <Failure error={new Error(sheet.failure)} />}
          {sheet?.conflict && (
            <ConflictNote conflict={sheet.conflict} settle={(choice) => workbook.settle(path, choice)} />
          )}
          {sheet &&
            (path.startsWith('journeys/') ? (
              <JourneyEditor key={path} {...common} sheet={sheet} />
            ) : (
              <TextEditor key={path} {...common} sheet={sheet} />
            ))}
        </Stack>
      </LoadingDraft>
    </Page>
  );
};
