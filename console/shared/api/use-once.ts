import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';

/** Something was begun by the click that is under way, or by the one that it repeats. */
let hasBegun = false;

/** The second click of a double click does nothing to what stands in place of what the first has done. */
const leaveOutRepeated = (event: MouseEvent): void => {
  if (event.detail <= 1) hasBegun = false;
  else if (hasBegun) {
    event.preventDefault();
    event.stopPropagation();
  }
};

export const useClicksOnce = (): void =>
  useEffect(() => {
    window.addEventListener('click', leaveOutRepeated, { capture: true });
    return () => window.removeEventListener('click', leaveOutRepeated, { capture: true });
  }, []);

/** A mutation that is not begun again while it is under way: buttons are fixed only with the next frame. */
export const useOnce = <Answer, Request>(options: Omit<UseMutationOptions<Answer, Error, Request>, 'onSettled'>) => {
  const isUnderWay = useRef(false);
  const { mutate, isPending, isError } = useMutation<Answer, Error, Request>({
    ...options,
    onSettled: () => {
      isUnderWay.current = false;
    },
  });
  const begin = useCallback(
    (request: Request): void => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      hasBegun = true;
      mutate(request);
    },
    [mutate],
  );
  return { mutate: begin, isPending, isError };
};
