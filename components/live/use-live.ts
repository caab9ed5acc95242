'use client';

import type { QueryObserverOptions } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { loadQueries } from './load-queries';

/**
 * What `queryFn` answers in the browser, from the first answer on; undefined until then. `queryKey`
 * alone says when it is another question.
 */
export function useLive<Data>(
  options: Pick<QueryObserverOptions<Data>, 'queryKey' | 'queryFn'>,
): Data | undefined {
  const key = JSON.stringify(options.queryKey);
  const [answer, setAnswer] = useState<{ key: string; data: Data }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all of the options
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void loadQueries().then((queries) => {
      if (!queries || gone) return;
      const observer = new queries.QueryObserver<Data>(queries.client, options);
      const show = ({ data }: { data: Data | undefined }) => {
        if (data !== undefined) setAnswer({ key, data });
      };
      stop = observer.subscribe(show);
      show(observer.getCurrentResult());
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [key]);
  return answer?.key === key ? answer.data : undefined;
}
