// Clubs and people that don't exist. Each family name is given to one person of a fixture at most, so that it makes an
// id; letters and accents are such as fall apart into a plain letter and a mark.

export interface InventedClub {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly venue: string;
  readonly colours: { readonly main: string; readonly text: string };
}

export const CLUBS: readonly InventedClub[] = [
  club('KES', 'Kestrel Bay', 'Kestrel Bay', 'Saltmarsh Ground', '#1f4e8c', '#ffffff'),
  club('ALM', 'Port Almery', 'Almery', 'Stade du Phare', '#b3121d', '#ffffff'),
  club('VRA', 'Vranost City', 'Vranost', 'Lípová Stadion', '#0b6e4f', '#ffffff'),
  club('TOR', 'Torrevilla', 'Torrevilla', 'Campo de la Ribera', '#f2c230', '#101820'),
  club('OST', 'Ostermark 07', 'Ostermark', 'Hafenstadion Ostermark', '#101820', '#f2c230'),
  club('LUN', 'Lunhaven', 'Lunhaven', 'Lunhaven Park', '#6cace4', '#101820'),
  club('MIR', 'Miravento', 'Miravento', 'Stadio delle Colline', '#5b2a86', '#ffffff'),
  club('DRA', 'Dravograd Rovers', 'Dravograd', 'Most Arena', '#c8102e', '#ffffff'),
  club('FEN', 'Fenwick Albion', 'Fenwick', 'Mill Lane', '#f26522', '#101820'),
  club('SOL', 'Solheim', 'Solheim', 'Fjordvangen', '#ffffff', '#0b3d91'),
  club('CAR', 'Carrigmore', 'Carrigmore', 'The Quarry', '#00843d', '#ffffff'),
  club('BEL', 'Belmonde', 'Belmonde', 'Parc des Tilleuls', '#003087', '#ffffff'),
  club('ARC', 'Arcadia Nova', 'Arcadia', 'Arcadia Stadium', '#8a1538', '#ffffff'),
  club('ZEL', 'Zelenka', 'Zelenka', 'Park Zelenka', '#2e7d32', '#ffffff'),
  club('HOL', 'Holmestrup', 'Holmestrup', 'Holme Arena', '#d6001c', '#ffffff'),
  club('QUI', 'Quintela', 'Quintela', 'Campo Velho', '#004d40', '#ffffff'),
];

function club(code: string, name: string, short: string, venue: string, main: string, text: string): InventedClub {
  return { code, name, short, venue, colours: { main, text } };
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const GIVEN_NAMES = words(`
  Adrián Alexei Anders Andrei Anton Arjen Aurélien Bastian Benat Bruno Caleb Callum Cédric Dario Davit Denis Diogo Dominik
  Eduardo Elias Emil Enzo Fabio Farid Felix Filip Gabriel Georgi Giorgio Gustav Hamza Henrik Hugo Ibrahim Ilya Isak Ivan
  Jamal Jannik Joaquim Jonas Jordan Julien Kamil Karim Kenji Kofi Lars Leandro Leon Luca Luka Mads Malik Marco Marek
  Mateo Mattias Maxime Mehdi Mikel Milan Moussa Nathan Nico Nils Noah Oliver Omar Oskar Pablo Patrik Pavel Pedro Rafael
  Rasmus Rayan Rémy Rodrigo Ruben Samir Sander Sebastian Sergi Simon Stefan Tariq Theo Thiago Tobias Tomás Viktor Wesley
  Xavier Yannick Yusuf Zoltán
`);

export const FAMILY_NAMES = words(`
  Abendrost Adeyoku Aldermoor Alvenga Amsterveld Anquetier Arboleza Ardelean-Voss Asketun Aurenque Baltasarre Barkemeyer
  Belcastel Benrachid Bergqvarn Bielowar Birkenlund Bojanek Borgamaschi Brackenridge Bránik Brunnestad Calderoza
  Camporesi-Dell Cardigne Carvalhosa Castelmur Cernovský Chaumette-Roy Corvanel Costabile Dalmassi Darkwaah Delabruyne
  Demirozan Diabakité Djuranek Dornbach Drossart Ebbingholm Eikenvold Elguezabel Emberley Erikstad Espinardo Fairhollow
  Falkenrud Farquenoy Feldbusch Ferrandez-Oliu Fjeldsted Fontanarosa Gadermaier Galvenko Garrigosa Gessenhart Glasnovich
  Gornikar Grafstrom Guillemaut Haddouche Halvarsen Haverbeke Helgarson Hollenstein Hradecný Iddrisane Ilmarinen-Kas
  Ivanoshvar Jagerström Jankulev Jaureguy Jerkovan Kadirzade Kalanthe Karvonec Keitane Kilbracken Kolarevski Kovatchek
  Krasnilin Lachambre Lagerfors Lambrinou Landolfi Larrazabal Leclairval Lindemar Llorentis Lodewyks-Maas Lokoba
  Lukasevič Maddocksen Malinverni Mandrake-Cole Marchetaux Matsudori Mbalaké Meridew Mirandola-Paz Mlakarez Montrosier
  Moravčan Mukendini Nakatori Nebelung Niangoula Nordahlen Novosad-Rey Nwakaego Obradin Odenthaler Okonjola Oliveirosa
  Ondruška Ortenzi Osterhuys Palmgrave Parravano Pellerano Petrolescu Pinheirós Podolskar Prestegard Quaglioni Quarteyson
  Radomirov Ravensholt Rebollard Renneberg Ribadeneira Rosenquarn Rukavets Sabatinelli Salguerinha Sandovalle Savatier
  Schaffenrath Selimagic Sinkevar Skovgarth Sorensenn Stavropel Stranmillis Svetlohahn Szabolczi Tamburlano Tavernesse
  Teixeirada Thorsheim Tiburcio Tremblade Trindadé Ugartemendi Ustinovic Valdemorra Vandersteel Varlund Vermeirsch
  Vestergren Villardel Vukasovar Wachendorf Walbrecht Westerholme Wijnberg Yarosh-Lane Yelkenci Zabaleto Zandvliet
  Zhivkovar Zubizareth Zwartkop
`);
