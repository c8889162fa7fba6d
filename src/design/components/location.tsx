import { useIsland, usePage } from '../page-context.ts';
import { TextInput } from './text-input.tsx';

/** Latitude and longitude, typed or (with JavaScript, on request) taken from the device. Sent as `name-lat`, `name-lng`. */
export function LocationInput(props: {
  name: string;
  label: { lat: string; lng: string };
  value?: { lat: string; lng: string } | undefined;
}) {
  const { words } = usePage();
  useIsland('location-button');
  return (
    <tuntas-location-button
      button={words.useMyLocation}
      locating={words.locating}
      found={words.locationFound}
      failed={words.locationFailed}
      lat={`${props.name}-lat`}
      lng={`${props.name}-lng`}
    >
      <div class="tuntas-location">
        <TextInput
          name={`${props.name}-lat`}
          label={props.label.lat}
          value={props.value?.lat}
          inputmode="decimal"
          width={10}
          autocomplete="off"
        />
        <TextInput
          name={`${props.name}-lng`}
          label={props.label.lng}
          value={props.value?.lng}
          inputmode="decimal"
          width={10}
          autocomplete="off"
        />
      </div>
    </tuntas-location-button>
  );
}
