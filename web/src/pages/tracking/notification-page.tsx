import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import { kindOf } from '../../api/problem.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import '../../styles/counter.css';
import { useWords } from '../../words/words.js';
import { CounterProblem } from '../counter/counter-problem.js';
import { notifyWords } from './notify.words.js';

const route = getRouteApi('/public/t/$slug/notifications/$signed/$deed');

const deeds = {
  confirmation: {
    words: { title: 'confirmTitle', ask: 'confirmAsk', button: 'confirm', done: 'confirmed', doneWhy: 'confirmedWhy' },
    send: (signed: string) =>
      answerOf(api.POST('/api/v1/notifications/{signed}/confirmation', { params: { path: { signed } } })),
  },
  end: {
    words: { title: 'endTitle', ask: 'endAsk', button: 'end', done: 'ended', doneWhy: 'endedWhy' },
    send: (signed: string) =>
      answerOf(api.POST('/api/v1/notifications/{signed}/end', { params: { path: { signed } } })),
  },
} as const;

/** What a signed link of a mail leads to. Nothing happens before a person presses the button: mail scanners open links. */
export function NotificationPage() {
  const say = useWords(notifyWords);
  const { slug, signed, deed } = route.useParams();
  const { words, send } = deeds[deed];
  const follow = useMutation({ mutationFn: () => send(signed) });
  return (
    <div className="narrow notification">
      <PageHeading title={say(words.title)} />
      {follow.isSuccess ? (
        <Notice kind="success" title={say(words.done)} urgent>
          <p className="kern-body">{say(words.doneWhy, { number: follow.data.deliveryNumber })}</p>
        </Notice>
      ) : (
        <>
          <p className="kern-body">{say(words.ask)}</p>
          <div className="button-row">
            <Button kind="primary" busy={follow.isPending} onClick={() => follow.mutate()}>
              {say(words.button)}
            </Button>
          </div>
          {follow.error && <FollowProblem error={follow.error} />}
        </>
      )}
      <p>
        <Link to="/t/$slug" params={{ slug }} className="kern-link kern-link--no-visited-state">
          {say('toCounter')}
        </Link>
      </p>
    </div>
  );
}

function FollowProblem({ error }: { readonly error: unknown }) {
  const say = useWords(notifyWords);
  if (kindOf(error) !== 'missing') return <CounterProblem error={error} />;
  return (
    <Notice kind="warning" title={say('linkBroken')} urgent>
      <p className="kern-body">{say('linkBrokenWhy')}</p>
    </Notice>
  );
}
