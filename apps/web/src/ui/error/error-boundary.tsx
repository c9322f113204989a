import { Component, type ReactNode } from 'react';
import { ErrorNotice } from './error-notice.tsx';

type ErrorBoundaryProps = {
  children: ReactNode;
  /** Called before trying again, e.g. to refetch. */
  onRetry?: (() => void) | undefined;
  /** When it changes the boundary tries again by itself, e.g. the page's link. */
  resetKey?: string | undefined;
};
type ErrorBoundaryState = { error: unknown; resetKey: string | undefined };

/** The inner of the two tiers: one panel fails, its neighbours stay. The outer tier is the route's error page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error ?? new Error('thrown without a reason') };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { error: undefined, resetKey: props.resetKey };
  }

  retry = () => {
    this.props.onRetry?.();
    this.setState({ error: undefined });
  };

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <ErrorNotice error={this.state.error} onRetry={this.retry} tier="panel" />;
  }
}
