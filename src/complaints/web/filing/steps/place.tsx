import { Details, LocationInput, PageHeading, TextInput } from '../../../../design/index.ts';
import { type Question, QuestionForm, questionPage } from '../question.tsx';
import { wordsFor } from '../wizard.ts';

/** The scene in own words, and the point on the map for those who want to give it. */
export const placeQuestion: Question = {
  step: 'place',
  inputs: { place: 'place', location: 'point-lat' },
  read: (form, draft) => ({
    ...draft,
    place: form.text('place'),
    lat: form.text('point-lat'),
    lng: form.text('point-lng'),
  }),
  show(c, view) {
    const words = wordsFor(c).place;
    const { place, lat, lng } = view.draft;
    return questionPage(
      c,
      view,
      { title: words.title },
      <>
        <PageHeading>{words.title}</PageHeading>
        <QuestionForm c={c} view={view}>
          <TextInput name="place" label={words.text} hint={words.hint} optional value={place} autocomplete="off" />
          <Details summary={words.point} open={lat !== '' || lng !== ''}>
            <p>{words.pointHint}</p>
            <LocationInput name="point" label={{ lat: words.lat, lng: words.lng }} value={{ lat, lng }} />
          </Details>
        </QuestionForm>
      </>,
    );
  },
};
