import type { Join, ServerMessage } from '../wire/message.ts';

/** One thing that is followed: the views or the journal of one showing. */
export interface Channel {
  readonly match: string;
  readonly name: Join['channel'];
  /** What asks for it, from where it stands. */
  readonly join: () => Join;
  /** There is another connection: only what is asked for on it counts. */
  readonly reset: () => void;
  /** `lost`: something is missing, so it must be joined again. */
  readonly hear: (message: ChannelMessage) => 'in-step' | 'lost';
}

export type ChannelMessage = Extract<
  ServerMessage,
  { readonly type: 'snapshot' | 'update' | 'opened' | 'entries' | 'rewound' }
>;

/** The channel that a message is of; none where it's of the connection. */
export const channelOf = ({ type }: ServerMessage): Join['channel'] | undefined => {
  switch (type) {
    case 'snapshot':
    case 'update':
      return 'views';
    case 'opened':
    case 'entries':
    case 'rewound':
      return 'journal';
    // The server may learn to say more; a client passes it over.
    default:
      return undefined;
  }
};

/** Whether it answers a join. */
export const isFirst = ({ type }: ChannelMessage): boolean => type === 'snapshot' || type === 'opened';
