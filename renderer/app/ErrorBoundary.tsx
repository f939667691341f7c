import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ErrorState } from '@renderer/components/ErrorState';
import classes from './ErrorBoundary.module.css';

export interface ErrorBoundaryProps {
  /** Around the whole window: fills it. */
  readonly isWhole?: boolean;
  /** A change of this value tries again, such as the open conversation. */
  readonly resetKey?: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error: unknown;
  readonly resetKey: string | undefined;
}

/** Keeps a broken part from taking the window with it: the rest goes on, the part says so and offers a report. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: BoundaryState): BoundaryState | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error('screen', error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div className={this.props.isWhole === true ? classes.whole : classes.part}>
        <ErrorState error={this.state.error} onRetry={() => this.setState({ error: null })} />
      </div>
    );
  }
}
