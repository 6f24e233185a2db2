import { SegmentedControl, type SegmentedControlProps } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';

/** Choices with long names beside each other; where there is no room for that, below each other. */
export const Segments = <Value extends string>(
  props: Omit<SegmentedControlProps<Value>, 'orientation' | 'fullWidth'>,
) => {
  const isNarrow = useMediaQuery('(max-width: 560px)', false);
  return <SegmentedControl<Value> {...props} orientation={isNarrow ? 'vertical' : 'horizontal'} fullWidth={isNarrow} />;
};
