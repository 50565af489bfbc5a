namespace Apm.Specs;

/// <summary>Wrong language codes with the two-letter code of ISO 639 that means the same.</summary>
/// <remarks>A program replaces these codes without a question, so the table contains no code that may mean another language.</remarks>
internal static class LanguageSynonyms
{
    // Codes of ISO 639-2, of both series, as the aliases of CLDR 47 state them. Without codes that are also the code of a country whose
    // main language is another one: BEL is Belgium, and bel is Belarusian.
    private const string Alpha3 =
        "aar=aa abk=ab afr=af aka=ak alb=sq amh=am ara=ar arm=hy ava=av ave=ae aym=ay aze=az bak=ba bam=bm baq=eu bis=bi bod=bo bos=bs bre=br bul=bg " +
        "cat=ca ces=cs chu=cu chv=cv cor=kw cos=co cre=cr cze=cs dan=da deu=de div=dv dut=nl dzo=dz ell=el eng=en epo=eo est=et eus=eu ewe=ee fao=fo " +
        "fas=fa fin=fi fra=fr fre=fr fry=fy ful=ff geo=ka ger=de gla=gd gle=ga glg=gl glv=gv gre=el guj=gu hat=ht hau=ha heb=he her=hz hin=hi hmo=ho " +
        "hrv=hr hun=hu hye=hy ibo=ig ice=is ido=io iii=ii iku=iu ile=ie ipk=ik isl=is ita=it jav=jv jpn=ja kal=kl kan=kn kas=ks kat=ka kau=kr khm=km " +
        "kik=ki kin=rw kom=kv kon=kg kor=ko kua=kj kur=ku lao=lo lav=lv lim=li lin=ln lit=lt ltz=lb lub=lu lug=lg mah=mh mao=mi may=ms mkd=mk mlg=mg " +
        "mlt=mt msa=ms mya=my nav=nv nbl=nr nde=nd ndo=ng nep=ne nld=nl nno=nn nob=nb nor=no nya=ny oci=oc oji=oj ori=or orm=om oss=os pli=pi pol=pl " +
        "por=pt pus=ps que=qu roh=rm ron=ro rum=ro run=rn rus=ru sag=sg san=sa slk=sk smo=sm sna=sn snd=sd som=so sot=st spa=es sqi=sq srd=sc srp=sr " +
        "ssw=ss sun=su swa=sw swe=sv tah=ty tam=ta tat=tt tel=te tgk=tg tha=th tib=bo tir=ti ton=to tsn=tn tso=ts tuk=tk tur=tr uig=ug ukr=uk urd=ur " +
        "uzb=uz vie=vi vol=vo wel=cy wln=wa wol=wo xho=xh yid=yi yor=yo zha=za zho=zh zul=zu";

    // Country codes that are no language codes, if the country has one official language, and CLDR 47 states the country as the main
    // one of this language. Austria, for example, is not the main country of German.
    private const string Countries =
        "al=sq bd=bn bt=dz cn=zh cz=cs dk=da eg=ar ge=ka gr=el ir=fa jp=ja kh=km mm=my mv=dv np=ne rs=sr tj=tg tm=tk us=en vn=vi";

    // Withdrawn codes with one successor, from the aliases of CLDR 47.
    private const string Withdrawn =
        "in=id iw=he ji=yi jw=jv mo=ro";

    public static IReadOnlyDictionary<string, string> All { get; } = CodeTable.Parse(Alpha3, Countries, Withdrawn);
}
