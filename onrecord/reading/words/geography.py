"""Short names, demonyms, capitals and regions as news writes them: hand-made; codes are ISO 3166 alpha-2."""

# State names that ISO and CLDR lack. "America" is the state, as in news; "the Americas" is none.
SHORT_NAMES = {
    "us": "US", "u.s.": "US", "u.s": "US", "usa": "US", "u.s.a.": "US", "america": "US",
    "uk": "GB", "u.k.": "GB", "u.k": "GB", "britain": "GB", "great britain": "GB",
    "uae": "AE", "u.a.e.": "AE", "emirates": "AE", "turkey": "TR", "ivory coast": "CI", "burma": "MM",
    "macedonia": "MK",
    "swaziland": "SZ", "east timor": "TL", "cape verde": "CV", "palestine": "PS", "vatican": "VA", "holy see": "VA",
    "dprk": "KP", "prc": "CN", "mainland china": "CN", "drc": "CD", "dr congo": "CD", "d.r. congo": "CD",
    "democratic republic of congo": "CD", "democratic republic of the congo": "CD", "congo-brazzaville": "CG",
    "congo-kinshasa": "CD", "bosnia": "BA", "the gambia": "GM", "holland": "NL", "macau": "MO",
    "republic of georgia": "GE", "hashemite kingdom of jordan": "JO", "kingdom of jordan": "JO",
}  # fmt: skip

# One code a line, then the words for its people and what is theirs. Words that two states share ("Congolese", "Korean",
# "Guinean") and "Georgian", which is also said of the American state, are left out.
_DEMONYMS = """
AF afghan afghans|AL albanian albanians|DZ algerian algerians|AD andorran andorrans|AO angolan angolans
AR argentine argentines argentinian argentinians|AM armenian armenians|AU australian australians aussie aussies
AT austrian austrians|AZ azerbaijani azerbaijanis azeri azeris|BS bahamian bahamians|BH bahraini bahrainis
BD bangladeshi bangladeshis|BB barbadian barbadians|BY belarusian belarusians belarussian|BE belgian belgians
BZ belizean belizeans|BJ beninese|BT bhutanese|BO bolivian bolivians|BA bosnian bosnians|BW botswanan batswana
BR brazilian brazilians|BN bruneian bruneians|BG bulgarian bulgarians|BF burkinabe burkinabè|BI burundian burundians
KH cambodian cambodians|CM cameroonian cameroonians|CA canadian canadians|TD chadian chadians|CL chilean chileans
CN chinese|CO colombian colombians|CR costa-rican|HR croatian croatians croat croats|CU cuban cubans
CY cypriot cypriots|CZ czech czechs|DK danish dane danes|DJ djiboutian djiboutians|EC ecuadorian ecuadorians
EG egyptian egyptians|SV salvadoran salvadorans|ER eritrean eritreans|EE estonian estonians|ET ethiopian ethiopians
FJ fijian fijians|FI finnish finn finns|FR french frenchman frenchwoman|GA gabonese|GM gambian gambians
DE german germans|GH ghanaian ghanaians|GR greek greeks|GT guatemalan guatemalans|GY guyanese|HT haitian haitians
HN honduran hondurans|HU hungarian hungarians|IS icelandic icelander icelanders|IN indian indians
ID indonesian indonesians|IR iranian iranians|IQ iraqi iraqis|IE irish irishman irishwoman|IL israeli israelis
IT italian italians|CI ivorian ivorians|JM jamaican jamaicans|JP japanese|JO jordanian jordanians
KZ kazakh kazakhs kazakhstani|KE kenyan kenyans|XK kosovar kosovars kosovan|KW kuwaiti kuwaitis|KG kyrgyz
LA laotian laotians|LV latvian latvians|LB lebanese|LS basotho|LR liberian liberians|LY libyan libyans
LI liechtensteiner|LT lithuanian lithuanians|LU luxembourger luxembourgish|MG malagasy|MW malawian malawians
MY malaysian malaysians|MV maldivian maldivians|ML malian malians|MT maltese|MR mauritanian mauritanians
MU mauritian mauritians|MX mexican mexicans|MD moldovan moldovans|MC monegasque|MN mongolian mongolians
ME montenegrin montenegrins|MA moroccan moroccans|MZ mozambican mozambicans|MM burmese|NA namibian namibians
NP nepali nepalis nepalese|NL dutch dutchman dutchwoman|NZ kiwi kiwis|NI nicaraguan nicaraguans|NE nigerien nigeriens
NG nigerian nigerians|KP north-korean|MK macedonian macedonians|NO norwegian norwegians|OM omani omanis
PK pakistani pakistanis|PS palestinian palestinians|PA panamanian panamanians|PY paraguayan paraguayans
PE peruvian peruvians|PH filipino filipinos philippine|PL polish pole poles|PT portuguese|QA qatari qataris
RO romanian romanians|RU russian russians|RW rwandan rwandans|SA saudi saudis|SN senegalese
RS serbian serbians serb serbs
SL sierra-leonean|SG singaporean singaporeans|SK slovak slovaks slovakian|SI slovenian slovenians slovene slovenes
SO somali somalis|ZA south-african|KR south-korean|SS south-sudanese|ES spanish spaniard spaniards|LK sri-lankan
SD sudanese|SR surinamese|SE swedish swede swedes|CH swiss|SY syrian syrians|TW taiwanese|TJ tajik tajiks
TZ tanzanian tanzanians|TH thai thais|TG togolese|TT trinidadian trinidadians|TN tunisian tunisians
TR turkish turk turks|TM turkmen turkmens|UG ugandan ugandans|UA ukrainian ukrainians|AE emirati emiratis
GB british briton britons|US american americans|UY uruguayan uruguayans|UZ uzbek uzbeks|VE venezuelan venezuelans
VN vietnamese|YE yemeni yemenis|ZM zambian zambians|ZW zimbabwean zimbabweans
"""

# Capitals, also those that are given names elsewhere: whoever asks knows that the name is a place.
_CAPITALS = """
AF kabul|AL tirana|DZ algiers|AO luanda|AR buenos-aires|AM yerevan|AU canberra|AT vienna|AZ baku|BH manama|BD dhaka
BY minsk|BE brussels|BO la-paz|BA sarajevo|BW gaborone|BR brasilia brasília|BG sofia|BF ouagadougou|BI bujumbura
KH phnom-penh|CM yaounde yaoundé|CA ottawa|CF bangui|TD n'djamena|CL santiago|CN beijing|CO bogota bogotá|CG brazzaville
CD kinshasa|HR zagreb|CU havana|CY nicosia|CZ prague|DK copenhagen|EC quito|EG cairo|ER asmara|EE tallinn
ET addis-ababa|FI helsinki|FR paris|GA libreville|GE tbilisi|DE berlin|GH accra|GR athens|GT guatemala-city|GN conakry
HT port-au-prince|HN tegucigalpa|HU budapest|IS reykjavik reykjavík|IN new-delhi delhi|ID jakarta|IR tehran teheran
IQ baghdad|IE dublin|IT rome|JP tokyo|JO amman|KZ astana|KE nairobi|XK pristina|KG bishkek|LA vientiane|LV riga
LB beirut
LR monrovia|LY tripoli|LT vilnius|MG antananarivo|MW lilongwe|MY kuala-lumpur|ML bamako|MT valletta|MR nouakchott
MX mexico-city|MD chisinau chișinău|MN ulaanbaatar ulan-bator|ME podgorica|MA rabat|MZ maputo|MM naypyidaw
NA windhoek|NP kathmandu|NL amsterdam|NZ wellington|NI managua|NE niamey|NG abuja|KP pyongyang|MK skopje|NO oslo
OM muscat
PK islamabad|PY asuncion asunción|PE lima|PH manila|PL warsaw|PT lisbon|QA doha|RO bucharest|RU moscow|RW kigali
SA riyadh|SN dakar|RS belgrade|SL freetown|SK bratislava|SI ljubljana|SO mogadishu|ZA pretoria|KR seoul|SS juba
ES madrid
LK colombo|SD khartoum|SE stockholm|CH bern berne|SY damascus|TW taipei|TJ dushanbe|TZ dodoma|TH bangkok|TN tunis
TR ankara|TM ashgabat|UG kampala|UA kyiv kiev|AE abu-dhabi|GB london|US washington|UY montevideo
UZ tashkent|VE caracas|VN hanoi|YE sanaa sana'a|ZM lusaka|ZW harare
"""

_PLACES = """
europe|asia|africa|antarctica|oceania|north america|south america|latin america|central america|the americas|eurasia
middle east|near east|far east|central asia|south asia|southeast asia|east asia|eastern europe|western europe
central europe|northern europe|southern europe|north africa|west africa|east africa|horn of africa|sahel|balkans
baltics|caucasus|caribbean|scandinavia|levant|maghreb|gulf|persian gulf|arctic|the west|west bank|gaza|gaza strip|donbas
crimea|donetsk|luhansk|kharkiv|kherson|zaporizhzhia|odesa|odessa|mariupol|kursk|belgorod|golan heights|east jerusalem
kurdistan|kashmir|tibet|xinjiang|chechnya|abkhazia|south ossetia|transnistria|nagorno-karabakh|catalonia|darfur|tigray
england|scotland|wales|northern ireland|bavaria|siberia|ontario|quebec|british columbia|alberta|nova scotia
alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois
indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana
nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon
pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin
wyoming|puerto rico|district of columbia|washington, d.c.|washington d.c.|washington dc|d.c.|new england|midwest
new york city|los angeles|chicago|houston|philadelphia|san francisco|boston|miami|atlanta|dallas|detroit|seattle
las vegas|manhattan|brooklyn|silicon valley|wall street
toronto|montreal|vancouver|sao paulo|são paulo|rio de janeiro|st. petersburg|st petersburg|saint petersburg|vladivostok
istanbul|jerusalem|tel aviv|haifa|ramallah|aleppo|mosul|basra|jeddah|mecca|dubai|sharm el-sheikh|alexandria|benghazi
casablanca|lagos|johannesburg|cape town|shanghai|shenzhen|guangzhou|hong kong|macau|osaka|mumbai|kolkata|karachi|lahore
frankfurt|munich|hamburg|bonn|zurich|geneva|davos|milan|naples|turin|venice|barcelona|seville|marseille|lyon|strasbourg
the hague|rotterdam|antwerp|edinburgh|glasgow|belfast|cardiff|manchester|birmingham|liverpool|krakow|gdansk|lviv|dnipro
sydney|melbourne|brisbane|perth|auckland|sevastopol|bakhmut|avdiivka|bucha|rafah|khan younis|black sea|red sea
south china sea|strait of hormuz|taiwan strait|baltic sea|mediterranean|mediterranean sea|suez canal|panama canal
"""


def _coded(table: str) -> dict[str, str]:
    """Word → code, of lines of `CODE word word|CODE word`; a hyphen stands for a space or a hyphen."""
    coded: dict[str, str] = {}
    for entry in table.replace("\n", "|").split("|"):
        code, *words = entry.split() or [""]
        coded |= {form: code for word in words for form in (word, word.replace("-", " "))}
    return coded


DEMONYMS = _coded(_DEMONYMS)
CAPITALS = _coded(_CAPITALS)
PLACES = frozenset(place.strip() for place in _PLACES.replace("\n", "|").split("|")) - {""}
