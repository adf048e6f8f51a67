// The page reads well in the system's font; Inter comes after the first picture and takes its place.
import '@fontsource-variable/inter/wght.css';
