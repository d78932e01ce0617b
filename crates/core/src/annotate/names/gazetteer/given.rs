//! Given names of many cultures, as English-language news spells them.
//!
//! General knowledge. They make a run of capitalised words a person's name, and tell "he" from "she" where they can.
//! **Invariant:** sorted, one entry between two semicolons; a name used for women and men stands in both tables.
//! Read by [`super`].

/// Given names of men.
pub(crate) const MEN: &str = "\
    Aaron; Abbas; Abdallah; Abdel; Abdul; Abdulaziz; Abdullah; Abel; Abraham; Abu; Adam; Aden; Adil; \
    Adnan; Adolf; Adrian; Ahmad; Ahmed; Ahmet; Aidan; Ajay; Akbar; Akhmed; Akinwumi; Akira; Akram; \
    Alain; Alan; Albert; Alberto; Alejandro; Aleksandar; Aleksander; Aleksandr; Aleksei; Aleksey; \
    Alessandro; Alex; Alexander; Alexandre; Alexei; Alexey; Alfonso; Alfred; Alfredo; Ali; Alistair; \
    Allan; Allen; Amin; Amir; Amit; Amr; Anatoliy; Anatoly; Anders; Andre; Andrea; Andreas; Andrei; \
    Andrej; Andres; Andrew; Andrey; Andrii; Andriy; Andrzej; Andy; Angelo; Anil; Anthony; Antoine; \
    Anton; Antonio; Antony; Antti; Anwar; Archie; Ariel; Aris; Armando; Arnold; Arsen; Arseniy; Artem; \
    Arthur; Arturo; Arvind; Asad; Ashraf; Asif; Augusto; Avi; Avigdor; Aziz; Babar; Bakr; Ban; Barack; \
    Barry; Bart; Bartosz; Bashar; Basil; Ben; Benigno; Benjamin; Benny; Bernard; Bernardo; Bernie; \
    Bert; Bezalel; Bilal; Bill; Billy; Bob; Bobby; Bogdan; Bohdan; Boris; Brad; Brandon; Brendan; \
    Brent; Brett; Brian; Bruce; Bruno; Bryan; Burak; Byron; Carl; Carlos; Cesar; Chad; Charles; \
    Charlie; Che; Chen; Chris; Christian; Christoph; Christophe; Christopher; Chuck; Chukwuemeka; \
    Cillian; Clarence; Claude; Claudio; Cliff; Clive; Colin; Conor; Corey; Craig; Cristian; Curtis; \
    Cyril; Cyrus; Dan; Daniel; Daniil; Danny; Danylo; Darren; Dave; David; Davit; Davyd; Dean; Declan; \
    Deepak; Deng; Denis; Dennis; Denys; Derek; Didier; Diego; Dimitri; Dimitris; Dirk; Dmitri; Dmitriy; \
    Dmitry; Dmytro; Dominic; Dominique; Don; Donald; Donny; Doug; Douglas; Duncan; Dustin; Dwight; \
    Earl; Ed; Eddie; Edgar; Edgars; Edmund; Eduard; Eduardo; Edward; Edwin; Efraim; Egor; Ehud; Eli; \
    Elias; Elijah; Elon; Emanuel; Emeka; Emil; Emilio; Emin; Emmanuel; Enrico; Enrique; Erdogan; Eric; \
    Erich; Erik; Ernest; Ernesto; Erwin; Ethan; Eugene; Evan; Evgeny; Ezra; Fabian; Fabio; Fahad; \
    Faisal; Fareed; Farid; Farouk; Federico; Felipe; Felix; Ferdinand; Fernando; Fidel; Filip; Florian; \
    Francesco; Francis; Francisco; Francois; Frank; Franz; Fred; Frederick; Frederik; Friedrich; Fritz; \
    Fumio; Gabriel; Gareth; Garry; Gary; Gavin; Geert; Gennady; Geoff; Geoffrey; George; Georges; \
    Georgi; Gerald; Gerard; Gerhard; Gerry; Ghassan; Gilbert; Gilles; Giorgi; Giorgio; Giovanni; \
    Giuseppe; Glenn; Gonzalo; Goodluck; Gordon; Graham; Greg; Gregory; Grigory; Guido; Guillermo; \
    Gunter; Gustav; Gustavo; Guy; Habib; Haidar; Hakan; Hamid; Hamza; Hani; Hans; Harald; Harold; \
    Harry; Harvey; Hasan; Hassan; Hector; Heiko; Heinrich; Helmut; Henri; Henrik; Henry; Herbert; \
    Herman; Hermann; Hideki; Hiroshi; Horst; Hossein; Howard; Hryhoriy; Hugh; Hugo; Hussein; Iain; Ian; \
    Ibrahim; Idris; Idriss; Igor; Ihor; Ilham; Ilya; Imran; Ioannis; Isaac; Isaias; Ishaq; Ismail; \
    Ivan; Ivo; Jack; Jackson; Jacob; Jacques; Jaime; Jair; Jake; Jakob; Jakub; Jalal; Jamal; James; \
    Jamie; Jan; Jared; Jaroslaw; Jason; Javad; Javier; Jay; Jean; Jed; Jeff; Jeffrey; Jens; Jeremy; \
    Jerome; Jerry; Jesse; Jesus; Jiang; Jim; Jimmy; Jiri; Joachim; Joao; Joaquin; Joe; Joel; Johan; \
    Johann; Johannes; John; Johnny; Joko; Jon; Jonas; Jonathan; Jordan; Jorge; Jose; Josef; Josep; \
    Joseph; Josh; Joshua; Josip; Juan; Juha; Julian; Julien; Julio; Julius; Junichiro; Jurgen; Justin; \
    Kaja; Kamal; Karim; Karl; Karol; Keir; Keith; Kemal; Ken; Kenji; Kenneth; Kenny; Kevin; Khaled; \
    Khalid; Khalil; Kieran; Kim; Kirill; Klaus; Kobi; Kofi; Konstantin; Kostiantyn; Kostyantyn; Kris; \
    Kristian; Kurt; Kwame; Kwok; Kyle; Kyriakos; Kyrylo; Lamar; Larry; Lars; Lee; Len; Leo; Leon; \
    Leonardo; Leonid; Leopold; Lester; Lev; Lewis; Li; Liam; Lindsey; Lionel; Liu; Lloyd; Lorenzo; \
    Louis; Luc; Luca; Lucas; Luigi; Luis; Luiz; Lukas; Luke; Lyndon; Maciej; Mahathir; Mahmoud; Mahmud; \
    Maksim; Maksym; Malcolm; Malik; Manfred; Manmohan; Manuel; Marat; Marc; Marcel; Marcelo; Marcin; \
    Marco; Marcos; Marcus; Marek; Mariano; Marijn; Mario; Marius; Mariusz; Mark; Marko; Markus; Martin; \
    Marty; Marvin; Marwan; Masoud; Massimo; Masud; Mateusz; Matt; Matteo; Matthew; Matthias; Maurice; \
    Mauricio; Mauro; Max; Maxim; Maxime; Mehdi; Mehmet; Meir; Melvin; Menachem; Micah; Michael; Michal; \
    Michel; Miguel; Mihai; Mikael; Mike; Mikhail; Mikheil; Miklos; Milan; Miles; Milorad; Milos; Minh; \
    Miroslav; Mitch; Mohamad; Mohamed; Mohammad; Mohammed; Mohamud; Mohan; Mohsen; Moise; Moon; \
    Mordechai; Morgan; Morris; Moses; Moshe; Muammar; Muhammad; Muhammadu; Mukhtar; Murat; Murray; \
    Musa; Mustafa; Mwai; Mykhailo; Mykola; Nabil; Nadir; Naftali; Narendra; Nasser; Nathan; Nathaniel; \
    Nawaz; Nayib; Neal; Ned; Neil; Nelson; Nguyen; Nicholas; Nick; Nicola; Nicolae; Nicolas; Nigel; \
    Nikita; Nikol; Nikola; Nikolai; Nikolas; Nikolay; Nikos; Nir; Noah; Noam; Noel; Norbert; Norman; \
    Nouri; Nuno; Olaf; Oleg; Oleh; Oleksandr; Oleksii; Oleksiy; Oliver; Olivier; Olusegun; Oluwaseun; \
    Omar; Omer; Omid; Oren; Orlando; Osama; Oscar; Oskar; Osman; Otto; Owen; Pablo; Pascal; Pat; \
    Patrice; Patrick; Paul; Paulo; Pavel; Pavlo; Pawel; Pedro; Pekka; Per; Percy; Pervez; Pete; Peter; \
    Petr; Petro; Petteri; Phil; Philip; Philippe; Phillip; Pierre; Pieter; Piotr; Prabowo; Pranab; \
    Pyotr; Qasem; Radoslaw; Rafael; Rahul; Raila; Rainer; Rajesh; Rajiv; Rakesh; Ralph; Ramesh; Ramon; \
    Ramzan; Rand; Randall; Randy; Rashid; Raul; Ravi; Ray; Raymond; Recep; Reinhard; Reza; Ricardo; \
    Riccardo; Richard; Rick; Ricky; Rob; Robert; Roberto; Robin; Rodney; Rodrigo; Rodrygo; Roger; \
    Roland; Rolf; Roman; Ron; Ronald; Ronnie; Rory; Ross; Roy; Rudolf; Rudy; Rupert; Ruslan; Russell; \
    Rustam; Rustem; Ryan; Saad; Saddam; Sadiq; Saeed; Said; Salah; Saleh; Salem; Salim; Salman; Salva; \
    Salvador; Sam; Sami; Samir; Samuel; Sandro; Sanjay; Santiago; Saud; Sayed; Sayyed; Scott; Sean; \
    Sebastian; Sebastien; Sebastião; Selim; Serge; Sergei; Sergey; Sergio; Serhii; Serhiy; Seth; \
    Seymour; Shane; Shaun; Shavkat; Shehbaz; Sherif; Shigeru; Shimon; Shinzo; Sidney; Silvio; Simon; \
    Slobodan; Sohail; Spencer; Stanislav; Stanley; Stefan; Stefano; Stephan; Stephane; Stephen; Steve; \
    Steven; Stewart; Stuart; Sunil; Suresh; Susilo; Sven; Svyatoslav; Syed; Takashi; Tamir; Taras; \
    Tarek; Tareq; Tariq; Taro; Tayyip; Ted; Tendai; Teodoro; Terence; Terry; Thabo; Theo; Theodore; \
    Thierry; Thomas; Tim; Timothy; Timur; Tobias; Todd; Tom; Tomas; Tomasz; Tommy; Tony; Tran; Travis; \
    Trevor; Truong; Tyler; Tymofiy; Tymur; Uhuru; Ulrich; Umar; Umaru; Umberto; Usman; Vadim; Vadym; \
    Valdis; Valentin; Valeri; Valerii; Valeriy; Valery; Vasily; Vasyl; Vernon; Viacheslav; Vicente; \
    Victor; Vijay; Viktor; Vince; Vincent; Vincenzo; Vinod; Vitali; Vitalii; Vitaliy; Vitaly; Vivek; \
    Vlad; Vladimir; Vladislav; Vladyslav; Vojislav; Volodymyr; Vyacheslav; Wade; Wael; Walid; Wally; \
    Walter; Wang; Warren; Waseem; Wayne; Werner; Wesley; Wilfried; Wilhelm; Will; Willem; William; \
    Willie; Wilson; Wolfgang; Woodrow; Xavier; Xi; Yahya; Yair; Yanis; Yann; Yaroslav; Yasir; Yasser; \
    Yaw; Yegor; Yevgeny; Yevhen; Yevhenii; Yitzhak; Yoav; Yoel; Yoni; Yoshihide; Yossi; Youssef; \
    Yousuf; Yoweri; Yulian; Yuri; Yurii; Yuriy; Yury; Yusuf; Yves; Zac; Zach; Zachary; Zaher; Zalmay; \
    Zayed; Zbigniew; Zelimkhan; Zhang; Ziad; Zine; Zoran; Zurab";

/// Given names of women.
pub(crate) const WOMEN: &str = "\
    Abigail; Adriana; Agnes; Agnieszka; Aisha; Alba; Alejandra; Alena; Alexandra; Alexandria; Alexis; \
    Alice; Alicia; Alina; Alison; Alla; Allison; Amal; Amanda; Amber; Amelia; Amina; Amy; Ana; \
    Anastasia; Anastasiia; Andrea; Angela; Angelina; Angie; Anita; Ann; Anna; Annalena; Anne; Annette; \
    Annie; Antonia; Anya; Ariana; Arlene; Ashley; Asma; Astrid; Aung; Ava; Ayesha; Barbara; Beatrice; \
    Beatriz; Becky; Belinda; Benazir; Bernadette; Beth; Betsy; Betty; Beverly; Bianca; Brenda; Bridget; \
    Brigitte; Brittany; Camila; Camille; Candace; Carla; Carly; Carmen; Carol; Carole; Carolina; \
    Caroline; Carolyn; Carrie; Catalina; Caterina; Catherine; Cathy; Cecilia; Celeste; Charlotte; \
    Chelsea; Cheryl; Chiara; Chloe; Christiane; Christina; Christine; Chrystia; Cindy; Claire; Clara; \
    Claudia; Colleen; Condoleezza; Connie; Corazon; Cristina; Cynthia; Dalia; Dana; Daniela; Daria; \
    Daryna; Dawn; Debbie; Deborah; Deirdre; Delcy; Diana; Diane; Dianne; Dilma; Dina; Dolores; Donna; \
    Dora; Doris; Dorothy; Ebba; Edith; Eileen; Ekaterina; Elaine; Eleanor; Elena; Elif; Elisabeth; \
    Elise; Elizabeth; Ella; Ellen; Elvira; Emily; Emine; Emma; Erica; Erika; Erin; Esther; Eva; Evelyn; \
    Fatima; Fatou; Federica; Felicity; Fiona; Florence; Frances; Francesca; Gabriela; Gail; Galina; \
    Gillian; Gina; Giorgia; Gisele; Giulia; Gladys; Glenda; Gloria; Golda; Grace; Gretchen; Gwen; \
    Halyna; Hanna; Hannah; Harriet; Heather; Heidi; Helen; Helena; Helga; Hilary; Hillary; Hina; Huma; \
    Ida; Imelda; Indira; Ines; Inga; Ingrid; Inna; Irene; Irina; Iris; Iryna; Isabel; Isabella; \
    Isabelle; Ivanka; Jacinda; Jackie; Jacqueline; Jane; Janet; Janice; Jasmine; Jean; Jeanette; \
    Jeanine; Jen; Jenna; Jennifer; Jenny; Jessica; Jill; Jo; Joan; Joanna; Joanne; Jocelyn; Jody; \
    Josephine; Joy; Joyce; Juanita; Judith; Judy; Julia; Juliana; Julie; June; Kaja; Kamala; Karen; \
    Karin; Karine; Karoline; Kate; Katerina; Kateryna; Katharina; Katherine; Kathleen; Kathryn; Kathy; \
    Katie; Katrin; Kay; Kayla; Kelly; Kellyanne; Kersti; Khadija; Kimberly; Kristalina; Kristen; \
    Kristi; Kristina; Krystyna; Lara; Larisa; Larysa; Latifa; Laura; Lauren; Leah; Leila; Lena; Leonie; \
    Lesia; Leslie; Leyla; Liana; Lidia; Lilian; Lillian; Lily; Linda; Lindsay; Lisa; Liudmyla; Liz; \
    Liza; Lois; Loretta; Lori; Louisa; Louise; Lucia; Lucy; Ludmila; Lydia; Lynn; Lyudmila; Madeleine; \
    Madeline; Maggie; Mairead; Malala; Mandy; Marcia; Margaret; Margarita; Margot; Maria; Marian; \
    Mariana; Marianne; Marie; Marija; Marilyn; Marina; Marine; Marion; Marjorie; Marlene; Marsha; \
    Marta; Martha; Mary; Maryam; Maryna; Matilda; Maureen; Maya; Megan; Meghan; Melania; Melanie; \
    Melissa; Mercedes; Meredith; Mette; Mia; Michaela; Michele; Michelle; Mina; Miriam; Moira; Molly; \
    Monica; Monika; Muriel; Myra; Nadia; Nadine; Nancy; Naomi; Natalia; Natalie; Nataliia; Nataliya; \
    Natasha; Nicky; Nicole; Nikki; Nina; Noor; Nora; Norma; Odile; Oksana; Olena; Olga; Olha; Olivia; \
    Olympia; Paloma; Pamela; Paola; Patricia; Patty; Paula; Paulina; Pauline; Pearl; Peggy; Penny; \
    Petra; Phyllis; Polina; Priscilla; Priti; Priya; Rachel; Rana; Ranil; Rebecca; Regina; Renee; \
    Rhonda; Rita; Roberta; Rosa; Rosalind; Rose; Rosemary; Roxana; Ruth; Sabine; Sabrina; Sally; \
    Samantha; Sandra; Sanna; Sara; Sarah; Saria; Shannon; Sharon; Sheikha; Sheila; Shelley; Shereen; \
    Shirin; Shirley; Silvia; Simone; Sofia; Sonia; Sophia; Sophie; Stacey; Stella; Stephanie; Sue; \
    Susan; Susana; Susanna; Susanne; Suzanne; Svetlana; Svitlana; Sylvia; Tamara; Tammy; Tania; Tanya; \
    Tara; Tatiana; Tatyana; Teresa; Tetiana; Theresa; Tina; Toni; Tracy; Tulsi; Tzipi; Ursula; \
    Valentina; Valentyna; Valerie; Vanessa; Vera; Veronica; Veronika; Victoria; Viktoria; Viktoriia; \
    Violeta; Virginia; Vivian; Wendy; Winnie; Xenia; Yana; Yelena; Yevhenia; Yingluck; Yolanda; Yulia; \
    Yuliia; Yvette; Yvonne; Zainab; Zara; Zeynep; Zinaida; Zoe; Zuzana";
