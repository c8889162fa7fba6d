/** <tuntas-location-button lat lng button locating found failed> around two inputs, named by `lat` and `lng`: fills them on request. */
class LocationButton extends HTMLElement {
  connectedCallback(): void {
    const input = (name: string) => this.querySelector<HTMLInputElement>(`[name="${this.getAttribute(name) ?? ''}"]`);
    const [lat, lng] = [input('lat'), input('lng')];
    if (!lat || !lng || !('geolocation' in navigator) || this.querySelector('.tuntas-location__button')) return;
    const text = (name: string) => this.getAttribute(name) ?? '';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'govuk-button govuk-button--secondary tuntas-location__button';
    button.textContent = text('button');
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    button.addEventListener('click', () => {
      status.textContent = text('locating');
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          // Five decimals are about a metre: enough to find the place.
          lat.value = coords.latitude.toFixed(5);
          lng.value = coords.longitude.toFixed(5);
          status.textContent = text('found');
        },
        () => {
          status.textContent = text('failed');
        },
        { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
      );
    });
    this.prepend(button, status);
  }
}

customElements.define('tuntas-location-button', LocationButton);
