import { useEffect, useState } from 'react';

/** `value` once it has stayed the same for `wait` milliseconds. */
export function useRested<Value>(value: Value, wait: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), wait);
    return () => window.clearTimeout(timer);
  }, [value, wait]);
  return rested;
}
