"""Exports as museums' systems write them, in the museums' languages; the works are invented."""

TMS = """\
Title,Artist,ConstituentID,ArtistBio,Nationality,BeginDate,EndDate,Gender,Date,Medium,Dimensions,CreditLine,AccessionNumber,Classification,Department,DateAcquired,Cataloged,ObjectID,URL,ImageURL,Height (cm),Weight (kg),Width (cm)
"Bridge Project, elevation",Otto Baumann,6210,"(Austrian, 1841–1918)",(Austrian),(1841),(1918),(male),1896,Ink and cut paper,"19 1/8 x 66 1/2"" (48.6 x 168.9 cm)",Gift of a friend,885.1996,Architecture,Design,1996-04-09,Y,2,https://museum.example/works/2,https://museum.example/media/2.jpg?w=1,48.6,,168.9
"City of Music, view from the courtyard",Claire Martin,7470,"(French, born 1944)",(French),(1944),(0),(female),1987,Paint on print,"16 x 11 3/4"" (40.6 x 29.8 cm)",Gift of the architect,1.1995,Architecture,Design,1995-01-17,Y,3,https://museum.example/works/3,https://museum.example/media/3.jpg?w=1,40.6,,29.8
Untitled,Unknown,9999,,(),(0),(0),,c. 1917-23,Gelatin silver print,Dimensions variable,Anonymous gift,3.1995,Photograph,Photography,1995-01-17,N,6,https://museum.example/works/6,,,,
"""

MET = """\
Object Number,Is Highlight,Object ID,Department,AccessionYear,Object Name,Title,Culture,Artist Role,Artist Display Name,Artist Display Bio,Artist Alpha Sort,Artist Nationality,Artist Begin Date,Artist End Date,Artist ULAN URL,Object Date,Object Begin Date,Object End Date,Medium,Dimensions,Credit Line,Country,Classification,Rights and Reproduction,Link Resource,Metadata Date,Repository,Tags,Tags AAT URL
79.1,False,1,Decorative Arts,1979,Coin,One-dollar coin with the head of Liberty,,Maker,James Long,"American, 1794–1869","Long, James",American,1794,1869,http://vocab.getty.edu/page/ulan/500011409,1853,1853,1853,Gold,Diam. 11/16 in. (1.7 cm),"Gift of the family, 1979",,Metal,,http://museum.example/1,,Museum of the City,,
06.2,False,5,Decorative Arts,1906,Andiron,Andiron,American,Designer|Manufacturer,Hiero Koch|Samuel Yell,"German, 1800–1860|American, 1885–1940","Koch, Hiero|Yell, Samuel",German|American,1800      |1885      ,1860      |1940      ,http://vocab.getty.edu/page/ulan/500000001|http://vocab.getty.edu/page/ulan/500000002,1800–1850,1800,1850,Iron,"24 x 13 1/2 x 26 in. (61 x 34.3 x 66 cm)","Gift of a lady, 1906",United States,Metalwork,,http://museum.example/5,,Museum of the City,Dragons|Men,http://vocab.getty.edu/page/aat/300253945|http://vocab.getty.edu/page/aat/300025928
67.3,False,9,Decorative Arts,1967,Coin,Coin with an eagle,,,,,,,,,,ca. 1910,1905,1915,Gold,Diam. 11/16 in. (1.7 cm),"Gift of a friend, 1967",,Metal,© Estate of the Artist,http://museum.example/9,,Museum of the City,Eagles,http://vocab.getty.edu/page/aat/300250049
"""

RIJKS = """\
objectInventoryNumber;objectPersistentIdentifier;objectTitle[1];objectTitle[2];objectType[1];objectCreator[1];objectCreator[2];objectCreationDate[1];objectImage
SK-C-5;http://hdl.handle.net/10934/1;De schutters van de wijk;Het korporaalschap van een kapitein;schilderij;Rembert van Zijl;;1642;http://img.example/J-mxAE7=s0
SK-A-2;http://hdl.handle.net/10934/2;Het melkmeisje met de kan;;schilderij;Johanna Verveer;;ca. 1660;http://img.example/cRtF3=s0
RP-P-1;http://hdl.handle.net/10934/3;Portret van een man met een hoed;;prent;anoniem;naar Rembert van Zijl;17e eeuw;
"""

DUTCH = """\
Objectnummer;Titel;Vervaardiger;Datering;Materiaal;Afmetingen;Verwervingswijze;Rechten
SK-0001;Gezicht op de haven van Dordrecht;Gooyer, Jan van (1596-1656);1644;olieverf op doek;hoogte 97 cm x breedte 138,5 cm;aankoop 1901;Publiek domein
SK-0002;Stilleven met vis en een glas;Beijer, Abraham van;ca. 1650 - 1660;olieverf op paneel;"56 x 47,5 cm; met lijst 70 x 61 cm";legaat;CC0
SK-0003;Portret van een onbekende vrouw in het zwart;onbekend;17e eeuw;olieverf op doek;;schenking;
"""

ADLIB = """\
priref,object_number,title,creator,creator.role,creator.date_of_birth.start,production.date.start,production.date.end,material,technique,dimension.type,dimension.value,dimension.unit,content.subject,acquisition.date,acquisition.method,credit_line,reproduction.reference,rights.type,institution.name
1001,M-1,View of a bridge,"Smith, John",painter,1801,1840,1845,oil paint$canvas,painted,height$width,30$20,cm$cm,bridge$river,1901-02-03,purchase,Gift of A.,m1.jpg,Public Domain,Town Museum
1002,M-2,A cup with a saucer,"Doe, Jane$Roe, Richard",maker$designer,1811$1820,1850,1850,porcelain,cast,height$diameter,10$8,cm$cm,cup,1902,bequest,,m2.jpg$m2b.jpg,CC BY 4.0,Town Museum
1003,M-3,Chair from the old hall,unknown,,,1700,1750,wood,,height,90,cm,chair,,,,,,Town Museum
"""

ITALIAN = """\
Titolo;Autore;Datazione;Materia e tecnica;Misure;Collocazione;Inventario;Diritti
La stagione dei fiori;Bottini, Sandro;1480 ca.;tempera grassa su tavola;cm 203 x 314;Sala 10-14;1890 n. 8360;Pubblico dominio
Ritratto di dama;Bronzini (attribuito);sec. XVI, metà;olio su tavola;cm 60 x 45;Deposito;1890 n. 741;CC BY-NC-ND 4.0
Madonna con il Bambino e due angeli;Lippo, Filippo;1460 - 1465;tempera su tavola;cm 92 x 63,5;Sala 8;1890 n. 1598;Pubblico dominio
Paesaggio con rovine;Ignoto;XVII secolo, inizio;olio su tela;cm. 50 x 70;Deposito;1890 n. 1600;
"""

ICCD = """\
NCTN|OGTD|SGTI|AUTN|AUTA|DTZG|DTSI|DTSF|MTC|MISU|MISA|MISL|LDCN|LDCS|INVN|DESO
00281234|dipinto|Madonna con Bambino|Renzi Guido|1575/ 1642|sec. XVII|1620|1625|tela/ pittura a olio|cm|110|85|Pinacoteca della Città|Sala 24|445|La Madonna tiene in braccio il Bambino.
00281235|scultura|Busto di uomo|Algardini Alessandro|1598/ 1654|sec. XVII|1640|1650|marmo/ scultura|cm|60|40|Pinacoteca della Città|Sala 2|446|
00281236|dipinto|San Girolamo|ambito bolognese||sec. XVIII|1700|1749|tavola/ pittura a olio|cm|30|20|Pinacoteca della Città|Deposito|447|
"""

GERMAN = """\
"Inventarnummer";"Titel";"Künstler/in";"Datierung";"Material/Technik";"Maße";"Standort";"Erwerbung";"Schlagworte";"Bilddatei";"Lizenz"
"A I 1";"Der Wanderer am Meer";"Caspar Friedmann (1774 - 1840)";"1808/1810";"Öl auf Leinwand";"110 x 171,5 cm";"Raum 3.06";"1810 Ankauf";"Meer, Mönch, Himmel";"AI1.jpg";"CC BY-NC-SA 4.0"
"A I 2";"Abtei im Wald";"Caspar Friedmann (1774 - 1840)";"1809 - 1810";"Öl auf Leinwand";"Höhe: 110,4 cm, Breite: 171 cm";"Raum 3.06";"1810 Ankauf";"Kloster, Wald, Himmel";"AI2.jpg";"Public Domain Mark 1.0"
"A I 3";"Bildnis einer Frau mit Hut";"Umkreis von Lukas Kranach d. Ä.";"um 1530";"Öl auf Holz";"42,5 x 29 cm";"Depot";"1821";"Bildnis, Frau";"";""
"""

FRENCH = """\
Reference;Numero_inventaire;Titre;Auteur;Millesime_de_creation;Materiaux_techniques;Mesures;Domaine;Denomination;Sujet_represente;Nom_officiel_musee;Mode_acquisition
000PE000001;INV 1;La Cène avec un donateur;CHAMPAGNE Philippe de;1652;"peinture à l'huile, toile";"Hauteur : 80 cm ; Largeur : 149 cm";peinture;tableau;"scène biblique ; Cène";musée de la ville;achat
000PE000002;INV 2;Paysage avec un pont;POUSSINOT Nicolas (d'après);1648;toile;"H. 97 ; L. 131 cm";peinture;tableau;"paysage ; pont";musée de la ville;dépôt
000PE000003;INV 3;Portrait de la femme au chapeau;ANONYME;1701;bois;"H. 0,73 ; l. 0,92 m";peinture;tableau;portrait;musée de la ville;don
"""

SPANISH = """\
Inventario,Museo,Objeto/Documento,Título,Autor/a,Materia/Soporte,Técnica,Dimensiones,Datación,Lugar de producción/Ceca,Forma de Ingreso,Iconografia,Imagen
P001174,Museo de la Ciudad,Pintura,Las damas,"Velasco, Diego Rodríguez",Lienzo,Óleo,"Alto: 320,5 cm; Ancho: 281,5 cm",1656,Madrid,Colección Real,"Retrato; Infanta",https://museo.example/p1174.jpg
P000001,Museo de la Ciudad,Pintura,El aguador de la villa,"Velasco, Diego (taller de)",Lienzo,Óleo,"Alto: 106 cm; Ancho: 82 cm",Siglo XVII,Sevilla,Donación,Género,https://museo.example/p1.jpg
P000002,Museo de la Ciudad,Pintura,Retrato de un hombre,Anónimo,Tabla,Óleo,"Alto: 30 cm; Ancho: 20 cm",Hacia 1550,,Adquisición,Retrato,
"""

SWEDISH = """\
Inventarienummer\tTitel\tKonstnär\tDatering\tMaterial\tMått\tFörvärv\tMotiv\tBild\tRättigheter\tBeskrivning
NM 1\tMidvintern och en kung\tCarl Larsen\t1915\tolja på duk\t640 x 1360 cm\tInköp 1997\tblot, kung\thttps://exempel.se/nm1.jpg\tPublic Domain\tMålning av en kung som ska offras för att folket och landet ska få en god skörd.
NM 2\tDamen med slöjan\tAlexander Roslund\t1768\tolja på duk\tH 65 cm, B 54 cm\tGåva 1945\tporträtt, dam\thttps://exempel.se/nm2.jpg\tPublic Domain\tPorträtt av en dam med slöja.
NM 3\tOkänd man\tOkänd konstnär\t1700-talet\tolja på duk\tMått 50 x 40 cm, Ram 60 x 50 cm\t\t\thttps://exempel.se/nm3.jpg\t\t
"""

NESTED = """\
{"info": {"total": 2}, "objects": [
 {"id": 74228, "accession_number": "1914.1", "share_license_status": "CC0", "title": "Portrait of a Woman", "creation_date": "1763",
  "creation_date_earliest": 1763, "creation_date_latest": 1763, "culture": ["America"], "technique": "oil on canvas",
  "department": "Painting", "type": "Painting", "measurements": "Framed: 109 x 89.5 x 5.5 cm; Unframed: 90 x 70.5 cm",
  "creditline": "Gift of the Trust", "digital_description": "The woman wears a dress of blue satin.", "url": "https://museum.example/1914.1",
  "images": {"web": {"url": "https://cdn.example/1_web.jpg", "width": "700", "height": "893"},
             "full": {"url": "https://cdn.example/1_full.tif", "width": "4722", "height": "6021"}},
  "creators": [{"id": 1, "description": "John Copper (American, 1738–1815)", "role": "artist", "birth_year": "1738", "death_year": "1815"}]},
 {"id": 74229, "accession_number": "1914.2", "share_license_status": "CC0", "title": "Cup", "creation_date": "c. 1500s",
  "creation_date_earliest": 1500, "creation_date_latest": 1599, "culture": ["Japan"], "technique": "porcelain", "department": "Asia",
  "type": "Ceramic", "measurements": "Overall: 5 x 7 cm", "creditline": "Gift of the Trust", "digital_description": null,
  "url": "https://museum.example/1914.2", "images": {"web": {"url": "https://cdn.example/2_web.jpg", "width": "700", "height": "893"}},
  "creators": []}]}
"""
