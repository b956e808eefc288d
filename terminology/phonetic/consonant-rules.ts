/**
 * French spelling → sound, one rule a line: `left<letters>right=sounds`, tried in order, the first that fits wins.
 * Contexts are letters, `[sets]`, or classes: `V` vowel, `C` consonant, `F` front vowel, `K` what closes a nasal vowel
 * (a consonant but h, m, n, or the end), `#` start or end of the word, `%` the end but for a plural s or x.
 * Sounds are symbols of `phonemes.ts`; nothing after `=` is silence. Written from knowledge of French orthography and of
 * the Greek and Latin spellings of medicine.
 */
export const CONSONANT_RULES = `
<bb>=b
<b>=b

<ccueill>=k2j
<ccueil>=k2j
<cc>F=ks
<cc>=k
#s<ch>e[lm]=k
#s<ch>=S
<ch>[lrntm]=k
psy<ch>=k
ta<ch>y=k
bra<ch>[iy]=k
ec<ch>y=k
ony<ch>=X
ara<ch>=k
is<ch>[éiu]=k
or<ch>[ie]=k
bron<ch>o=k
bron<ch>=X
tra<ch>é=X
é<ch>o=k
e<ch>o=X
syné<ch>=X
syne<ch>=X
tri<ch>=X
di<ch>o=k
pa<ch>y=X
ar<ch>[éa]=k
a<ch>al=k
schi<ch>=X
#<ch>olér=k
#<ch>o[lnra]=k
<ch>olé=k
<ch>oli=k
<ch>olo=k
<ch>ol#=k
<ch>olest=k
<ch>ond=k
<ch>or[dié]=k
<ch>oan=k
<ch>aos=k
<ch>iasm=k
<ch>éloï=k
<ch>émo=X
<ch>éla=X
<ch>éil=k
<ch>#=X
<ch>=S
<ck>=k
<cqu>=k
<coe>l=se
<cœ>l=se
<cœ>[nc]=se
<cueill>=k2j
<cueil>=k2j
<c>œu=k
<c>F=s
<c>#=k
<cs>#=k5
<ct>#=k7
<cts>#=k7
<c>=k

<ç>=s

<dd>=d
<d>%=7
<d>=d

<ff>=f
<f>=f

<gg>[éei]=gZ
<gg>=g
#ma<gn>um=gn
dia<gn>=gn
a<gn>o[ns]=gn
o<gn>i=gn
pro<gn>=gn
sta<gn>=gn
#<gn>=gn
<gn>=nj
<gueill>=g2j
<gueil>=g2j
<ge>[aoâô]=Z
<gn>=nj
<guë>=gy
<guï>=gyi
ai<gu>i=gy
in<gu>i=gy
lin<gu>a=gw
san<gu>in=g
<gu>an=gw
<gu>F=g
<g>F=Z
<g>#=8
<gs>#=8
<g>=g

<h>=

<j>=Z
<kk>=k
<k>=k
<l>ls#=
<ll>=l
<l>=l
<mm>=m
#auto<mn>=n
<m>=m
<nn>=n
<n>=n

<pp>=p
<ph>=f
ce<ps>#=ps
#com<p>t=
#se<p>t#=
<pt>#=p7
<p>%=8
<p>=p

#<qu>a[dt]=k
<qu>=k
<q>=k

<rrh>=r
<rh>=r
<rr>=r
<r>=r

i<sch>=sk
#<sch>iz=sk
<sch>=S
<sc>F=s
<sh>=S
<ss>=s
V<s>V=z
tran<s>[aiou]=z
[oea]u<s>#=5
[aou]i<s>#=5
[iao]<s>#=6
[sf]u<s>#=5
çu<s>#=5
u<s>#=s
<st>#=st
<sts>#=st
<s>#=5
<s>=s

<th>#=t
<ths>#=t
<tth>=t
<th>=t
<tt>#=t
<tt>=t
s<ti>on=tj
[sx]<t>i=t
<ti>ons#=sj
<ti>on=sj
<ti>el=sj
<ti>eu[xs]=sj
#pa<ti>en=sj
#quo<ti>en=sj
pa<ti>en[tc]=sj
#ra<ti>o=sj
#ini<ti>=si
#par<ti>el=sj
#nup<ti>al=sj
<ti>al%=sj
<ti>aux#=sj
<ti>ale=sj
p<ti>en=sj
ma<ti>e%=si
cra<ti>e%=si
op<ti>e%=si
in<ti>e#=ti
ep<ti>e%=si
u<ti>e%=si
al<ti>e=si
<t>%=7
<ts>#=7
<t>=t

<v>=v
<w>h=w
<w>=W

#<x>=gz
#e<x>[aeiouyéèàêïh]=gz
#h[eé]<x>V=gz
<x>cF=k
<xs>F=ks
[ea]u<x>#=5
o[iu]<x>#=5
pri<x>#=5
<x>=ks

<zz>=dz
<z>#=5
<z>=z

<ñ>=nj
`;
