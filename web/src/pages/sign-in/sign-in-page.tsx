import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { isHeldUp, sessionQuery, type Session } from '../../api/session.js';
import { PageHeading } from '../../components/page-heading.js';
import { Skeleton } from '../../components/skeleton.js';
import { useWords, type Say } from '../../words/words.js';
import { PasswordForm } from './password-form.js';
import { SignInForm } from './sign-in-form.js';
import { secondFactorWords } from './second-factor.words.js';
import { signInWords } from './sign-in.words.js';

const route = getRouteApi('/public/t/$slug/sign-in');

export function SignInPage() {
  const say = useWords(signInWords);
  const sayFactor = useWords(secondFactorWords);
  const { slug } = route.useParams();
  const { next } = route.useSearch();
  const router = useRouter();
  const session = useQuery({ ...sessionQuery, retry: false });
  const [used, setUsed] = useState('');
  const goOn = () =>
    next === undefined ? void router.navigate({ to: '/t/$slug/desk', params: { slug } }) : router.history.push(next);
  const signedIn = async (password: string) => {
    setUsed(password);
    await checked();
  };
  const checked = async () => {
    const { data } = await session.refetch();
    if (data && !isHeldUp(data)) goOn();
  };
  if (session.isPending) return <Skeleton lines={4} />;
  const step = stepOf(session.data);
  const { title, why } = STEPS[step];
  return (
    <div className="narrow">
      <PageHeading key={step} title={title(say, sayFactor)} />
      <p className="kern-body">{why(say, sayFactor)}</p>
      {step === 'signIn' && <SignInForm slug={slug} onSignedIn={(password) => void signedIn(password)} />}
      {step === 'change' && <PasswordForm current={used} onChanged={() => void checked()} />}
      <Suspense fallback={<Skeleton lines={4} />}>
        {step === 'prove' && <CodeForm onProved={() => void checked()} />}
        {step === 'enrol' && <Enrolment onDone={() => void checked()} />}
      </Suspense>
    </div>
  );
}

const CodeForm = lazy(() => import('./code-form.js').then((part) => ({ default: part.CodeForm })));
const Enrolment = lazy(() => import('./enrolment.js').then((part) => ({ default: part.Enrolment })));

type Step = 'signIn' | 'change' | 'prove' | 'enrol';

/** Who has a second factor proves it first; who needs one sets it up once they have a password of their own. */
function stepOf(session: Session | undefined): Step {
  if (session === undefined) return 'signIn';
  if (session.secondFactor === 'asked') return 'prove';
  if (session.mustChangePassword) return 'change';
  return session.secondFactor === 'toEnrol' ? 'enrol' : 'signIn';
}

type Told = (say: Say<keyof typeof signInWords>, sayFactor: Say<keyof typeof secondFactorWords>) => string;

const STEPS: Readonly<Record<Step, { readonly title: Told; readonly why: Told }>> = {
  signIn: { title: (say) => say('title'), why: (say) => say('intro') },
  change: { title: (say) => say('changeTitle'), why: (say) => say('changeWhy') },
  prove: { title: (_, say) => say('askedTitle'), why: (_, say) => say('askedWhy') },
  enrol: { title: (_, say) => say('enrolTitle'), why: (_, say) => say('enrolWhy') },
};
