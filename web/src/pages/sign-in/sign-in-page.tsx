import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery } from '../../api/session.js';
import { PageHeading } from '../../components/page-heading.js';
import { Skeleton } from '../../components/skeleton.js';
import { useWords } from '../../words/words.js';
import { PasswordForm } from './password-form.js';
import { SignInForm } from './sign-in-form.js';
import { signInWords } from './sign-in.words.js';

const route = getRouteApi('/public/t/$slug/sign-in');

export function SignInPage() {
  const say = useWords(signInWords);
  const { slug } = route.useParams();
  const { next } = route.useSearch();
  const router = useRouter();
  const session = useQuery({ ...sessionQuery, retry: false });
  const [used, setUsed] = useState('');
  const goOn = () =>
    next === undefined ? void router.navigate({ to: '/t/$slug/desk', params: { slug } }) : router.history.push(next);
  const signedIn = async (password: string) => {
    setUsed(password);
    const { data } = await session.refetch();
    if (data && !data.mustChangePassword) goOn();
  };
  if (session.isPending) return <Skeleton lines={4} />;
  const mustChange = session.data?.mustChangePassword === true;
  return (
    <div className="narrow">
      <PageHeading key={String(mustChange)} title={say(mustChange ? 'changeTitle' : 'title')} />
      <p className="kern-body">{say(mustChange ? 'changeWhy' : 'intro')}</p>
      {mustChange ? (
        <PasswordForm current={used} onChanged={goOn} />
      ) : (
        <SignInForm slug={slug} onSignedIn={(password) => void signedIn(password)} />
      )}
    </div>
  );
}
