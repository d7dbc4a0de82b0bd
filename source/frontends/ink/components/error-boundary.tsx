import {Component, type ReactNode} from 'react';

interface ErrorBoundaryProps {
	readonly onError: (error: unknown) => void;
	readonly children: ReactNode;
}

/** Takes an error of a component to where the session ends in one line, instead of a stack on the screen. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, {readonly hasFailed: boolean}> {
	static getDerivedStateFromError(): {readonly hasFailed: boolean} {
		return {hasFailed: true};
	}

	override state = {hasFailed: false};

	override componentDidCatch(error: unknown): void {
		this.props.onError(error);
	}

	override render(): ReactNode {
		return this.state.hasFailed ? null : this.props.children;
	}
}
