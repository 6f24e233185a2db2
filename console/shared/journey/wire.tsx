import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import type { Slot } from '../../../language/draw/graph.ts';
import classes from './canvas.module.css';
import type { Point } from './layout.ts';

export type WireEdge = Edge<
  {
    points: Point[];
    label?: string | undefined;
    at?: Point | undefined;
    slot?: Slot | undefined;
    add?: ((slot: Slot) => void) | undefined;
    /** For who hears it: between what and what. */
    between: string;
    lit: boolean;
    faded: boolean;
  },
  'wire'
>;

const ROUND = 9;

const towards = (from: Point, to: Point, by: number): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(by, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
};

/** A line along corners, each a little round. */
const pathOf = (points: readonly Point[]): string =>
  points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M ${point.x} ${point.y}`;
      if (!after) return `L ${point.x} ${point.y}`;
      const into = towards(point, before, ROUND);
      const out = towards(point, after, ROUND);
      return `L ${into.x} ${into.y} Q ${point.x} ${point.y} ${out.x} ${out.y}`;
    })
    .join(' ');

/** Where a new step would be put: near the end, above the box that it would push down. */
const nearEnd = (points: readonly Point[]): Point => {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? end;
  const length = Math.abs(end.y - before.y);
  return { x: end.x, y: end.y - Math.min(22, Math.max(12, length / 2)) };
};

const placed = ({ x, y }: Point) => ({ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` });

/** An arrow; on a journey that one edits it takes a new step. */
export const Wire = ({ id, data, markerEnd }: EdgeProps<WireEdge>) => {
  if (!data) return null;
  const { points, label, at, slot, add, between, lit, faded } = data;
  return (
    <>
      <BaseEdge
        id={id}
        path={pathOf(points)}
        {...(markerEnd === undefined ? {} : { markerEnd })}
        className={classes.wire ?? ''}
        data-lit={lit || undefined}
        data-faded={faded || undefined}
      />
      <EdgeLabelRenderer>
        {label !== undefined && at && (
          <span className={classes.label} data-lit={lit || undefined} style={placed(at)} title={label}>
            {label}
          </span>
        )}
        {slot && add && (
          <button
            type="button"
            className={`${classes.add} nodrag nopan`}
            style={placed(nearEnd(points))}
            aria-label={`Add a step ${between}`}
            title={`Add a step ${between}`}
            onClick={() => add(slot)}
          >
            +
          </button>
        )}
      </EdgeLabelRenderer>
    </>
  );
};
