import { mount } from 'svelte';
import Door from './Door.svelte';
import './app.css';
import './forced-colors.css';
import './terms.css';

const target = document.getElementById('plume');
if (!target) throw new Error('index.html has no #plume element');
mount(Door, { target });
