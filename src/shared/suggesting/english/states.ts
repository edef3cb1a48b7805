/**
 * States and a few other territories: name | adjectives | capital | other names, each list parted by commas. Adjectives that are
 * also ordinary words for something else stay out. Facts, compiled by hand.
 */
export const stateRows = `
Afghanistan|Afghan,Afghani|Kabul|Islamic Emirate of Afghanistan
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Andorra|Andorran|Andorra la Vella
Angola|Angolan|Luanda
Antigua and Barbuda|Antiguan,Barbudan|
Argentina|Argentine,Argentinian,Argentinean|Buenos Aires
Armenia|Armenian|Yerevan|Republic of Armenia
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani,Azeri|Baku|Republic of Azerbaijan
Bahamas|Bahamian|Nassau|The Bahamas
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Barbados|Barbadian|Bridgetown
Belarus|Belarusian,Belarussian|Minsk
Belgium|Belgian|Brussels
Belize|Belizean|Belmopan
Benin|Beninese|Porto-Novo
Bhutan|Bhutanese|Thimphu
Bolivia|Bolivian|La Paz
Bosnia and Herzegovina|Bosnian|Sarajevo|Bosnia,Bosnia-Herzegovina
Botswana|Botswanan|Gaborone
Brazil|Brazilian|Brasília
Brunei|Bruneian|Bandar Seri Begawan
Bulgaria|Bulgarian|Sofia
Burkina Faso|Burkinabe,Burkinabè|Ouagadougou
Burundi|Burundian|Gitega
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaoundé
Canada|Canadian|Ottawa
Cape Verde|Cape Verdean|Praia|Cabo Verde
Central African Republic||Bangui|CAR
Chad|Chadian|N'Djamena
Chile|Chilean|Santiago
China|Chinese|Beijing|People's Republic of China,PRC
Colombia|Colombian|Bogotá
Comoros|Comorian|Moroni
Costa Rica|Costa Rican|San José
Croatia|Croatian,Croat|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech Republic|Czech|Prague|Czechia
Democratic Republic of the Congo|Congolese|Kinshasa|DRC,DR Congo,Democratic Republic of Congo
Denmark|Danish,Dane|Copenhagen
Djibouti|Djiboutian|
Dominica||Roseau
Dominican Republic|Dominican|Santo Domingo
East Timor|Timorese|Dili|Timor-Leste
Ecuador|Ecuadorian,Ecuadorean|Quito
Egypt|Egyptian|Cairo
El Salvador|Salvadoran,Salvadorean|San Salvador
Equatorial Guinea|Equatoguinean|Malabo
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Eswatini|Swazi|Mbabane|Swaziland
Ethiopia|Ethiopian|Addis Ababa
Fiji|Fijian|Suva
Finland|Finnish,Finn|Helsinki
France|French,Frenchman,Frenchwoman|Paris
Gabon|Gabonese|Libreville
Gambia|Gambian|Banjul|The Gambia
Georgia|Georgian|Tbilisi
Germany|German|Berlin|Federal Republic of Germany
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Grenada|Grenadian|
Guatemala|Guatemalan|Guatemala City
Guinea|Guinean|Conakry
Guinea-Bissau||Bissau
Guyana|Guyanese|Georgetown
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hungary|Hungarian|Budapest
Iceland|Icelandic,Icelander|Reykjavik
India|Indian|New Delhi|Republic of India
Indonesia|Indonesian|Jakarta
Iran|Iranian|Tehran|Islamic Republic of Iran,Persia
Iraq|Iraqi|Baghdad
Ireland|Irish,Irishman,Irishwoman|Dublin|Republic of Ireland
Israel|Israeli|Jerusalem|State of Israel
Italy|Italian|Rome
Ivory Coast|Ivorian|Yamoussoukro|Côte d'Ivoire
Jamaica|Jamaican|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh,Kazakhstani|Astana|Republic of Kazakhstan
Kenya|Kenyan|Nairobi
Kiribati||Tarawa
Kosovo|Kosovar,Kosovan|Pristina
Kuwait|Kuwaiti|Kuwait City
Kyrgyzstan|Kyrgyz,Kyrgyzstani|Bishkek|Kyrgyz Republic
Laos|Laotian,Lao|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Lesotho|Basotho|Maseru
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Liechtenstein||Vaduz
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourgish,Luxembourger|
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian|Kuala Lumpur
Maldives|Maldivian|Malé
Mali|Malian|Bamako
Malta|Maltese|Valletta
Marshall Islands|Marshallese|Majuro
Mauritania|Mauritanian|Nouakchott
Mauritius|Mauritian|Port Louis
Mexico|Mexican|Mexico City
Micronesia|Micronesian|Palikir
Moldova|Moldovan|Chisinau|Republic of Moldova
Monaco|Monegasque|
Mongolia|Mongolian|Ulaanbaatar
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar|Burmese|Naypyidaw|Burma
Namibia|Namibian|Windhoek
Nauru|Nauruan|
Nepal|Nepali,Nepalese|Kathmandu
Netherlands|Dutch,Dutchman|The Hague|The Netherlands,Holland
New Zealand|New Zealander|Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja
North Korea|North Korean|Pyongyang|DPRK,Democratic People's Republic of Korea
North Macedonia|Macedonian|Skopje|Macedonia
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palau|Palauan|
Palestine|Palestinian|Ramallah|State of Palestine
Panama|Panamanian|Panama City
Papua New Guinea|Papuan|Port Moresby
Paraguay|Paraguayan|Asunción
Peru|Peruvian|Lima
Philippines|Filipino,Philippine|Manila|The Philippines
Poland|Polish,Pole|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Republic of the Congo||Brazzaville|Congo-Brazzaville
Romania|Romanian|Bucharest
Russia|Russian|Moscow|Russian Federation
Rwanda|Rwandan|Kigali
Saint Lucia||Castries|St Lucia
Samoa|Samoan|Apia
San Marino|Sammarinese|
Saudi Arabia|Saudi,Saudi Arabian|Riyadh|Kingdom of Saudi Arabia
Senegal|Senegalese|Dakar
Serbia|Serbian,Serb|Belgrade
Seychelles|Seychellois|
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean|
Slovakia|Slovak,Slovakian|Bratislava
Slovenia|Slovenian,Slovene|Ljubljana
Solomon Islands||Honiara
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
South Korea|South Korean|Seoul|Republic of Korea
South Sudan|South Sudanese|Juba
Soviet Union|Soviet||USSR,U.S.S.R.,Union of Soviet Socialist Republics
Spain|Spanish,Spaniard|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Suriname|Surinamese|Paramaribo
Sweden|Swedish,Swede|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus|Syrian Arab Republic
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik,Tajikistani|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok
Togo|Togolese|Lomé
Tonga|Tongan|
Trinidad and Tobago|Trinidadian|Port of Spain|Trinidad
Tunisia|Tunisian|Tunis
Turkey|Turkish,Turk|Ankara|Türkiye,Turkiye
Turkmenistan|Turkmen|Ashgabat
Tuvalu|Tuvaluan|Funafuti
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv,Kiev
United Arab Emirates|Emirati|Abu Dhabi|UAE,U.A.E.
United Kingdom|British,Briton|London|UK,U.K.,Britain,Great Britain
United States|American,US,U.S.|Washington,Washington DC,Washington D.C.|USA,U.S.A.,United States of America
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek,Uzbekistani|Tashkent
Vanuatu||Port Vila
Vatican City||
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Yemen|Yemeni|Sanaa,Sana'a
Yugoslavia|Yugoslav,Yugoslavian|
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
Ottoman Empire|Ottoman||
Austria-Hungary|Austro-Hungarian||
Prussia|Prussian||
Scotland|Scottish,Scot|Edinburgh
England|English|
Wales|Welsh|Cardiff
Northern Ireland||Belfast
`;

/** Regions and continents, which are places: name | adjectives. */
export const regionRows = `
Africa|African
Asia|Asian
Europe|European
Antarctica|Antarctic
North America|North American
South America|South American
Latin America|Latin American
Central America|Central American
Central Asia|Central Asian
South Asia|South Asian
Southeast Asia|Southeast Asian
East Asia|East Asian
Middle East|Middle Eastern
South Caucasus|
Caucasus|Caucasian
Balkans|Balkan
Crimea|Crimean
Nagorno-Karabakh|
Karabakh|
Kurdistan|
Kashmir|Kashmiri
Tibet|Tibetan
Chechnya|Chechen
Dagestan|
Abkhazia|Abkhaz
South Ossetia|
Transnistria|
Catalonia|Catalan
Gaza|Gazan
Gaza Strip|
West Bank|
Golan Heights|
Hong Kong|
Siberia|Siberian
Scandinavia|Scandinavian
Sahel|Sahelian
Horn of Africa|
Levant|Levantine
Donbas|
Xinjiang|
Darfur|
Sinai|
Black Sea|
Caspian Sea|
Caspian|
Mediterranean|
Mediterranean Sea|
Baltic Sea|
Red Sea|
Persian Gulf|
Strait of Hormuz|
Suez Canal|
Tel Aviv|
Istanbul|
New York|
Los Angeles|
Geneva|
Mumbai|
Shanghai|
Sydney|
Toronto|
Milan|
Barcelona|
Hamburg|
Munich|
Saint Petersburg|
St Petersburg|
St. Petersburg|
Dubai|
Johannesburg|
Lagos|
Karachi|
Kharkiv|
Odesa|
Aleppo|
`;

/** Bodies that a state is called by: the building or street, and the state or body that speaks through it. */
export const metonymRows = `
Kremlin|Russia
White House|United States
Downing Street|United Kingdom
Whitehall|United Kingdom
Élysée|France
Elysee|France
Quai d'Orsay|France
Foggy Bottom|United States
Blue House|South Korea
`;
