import {Text} from 'ink';
import {findFolded} from '../../fields/fold.ts';

/** A text with the part in bold that the filter found; underlined too, where the text is bold by itself. */
export function MatchedText({
	text,
	query,
	isStrong = false,
}: {
	readonly text: string;
	readonly query: string;
	readonly isStrong?: boolean;
}) {
	const match = findFolded(text, query);
	if (match === undefined) {
		return text;
	}

	return (
		<>
			{text.slice(0, match.start)}
			<Text bold underline={isStrong}>
				{text.slice(match.start, match.end)}
			</Text>
			{text.slice(match.end)}
		</>
	);
}
