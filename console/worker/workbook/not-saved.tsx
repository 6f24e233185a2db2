import { Fragment } from 'react';
import { Failure } from '../../shared/ui/failure.tsx';
import { Go } from '../../shared/ui/go.tsx';
import type { Sheet } from './sheet.ts';

/** What kept files of the draft from being saved, and where one says whose text goes on. */
export const NotSaved = ({ sheets }: { sheets: Readonly<Record<string, Sheet>> }) =>
  Object.entries(sheets).map(([path, { failure, conflict }]) => (
    <Fragment key={path}>
      {failure !== undefined && <Failure error={new Error(`${path} is not saved. ${failure}`)} />}
      {conflict && (
        <div role="alert">
          {path}:{' '}
          <Go to={`/draft/${path}`}>
            {conflict.theirs === undefined
              ? 'Somebody else removed it: say what becomes of yours'
              : 'Somebody else saved it first: see both'}
          </Go>
        </div>
      )}
    </Fragment>
  ));
