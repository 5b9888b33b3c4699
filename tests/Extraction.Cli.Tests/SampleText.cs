namespace Extraction.Cli.Tests;

/// <summary>Articles that the tests feed in; every one is made up.</summary>
internal static class SampleText
{
    public const string Round =
        """
        Alder Bio raises $40 million for its CAR-T programme

        Alder Bio, a cell therapy company in Lyon, has closed a $40 million Series B round led by Birch Capital, with Cedar Fund joining.

        The money pays for a Phase 1 trial of AB-101, a CAR-T therapy against GPRC5D, in people with multiple myeloma. The trial opens in May.
        """;

    public const string Trial =
        """
        First patient dosed with Rowan Gene's RG-7

        Rowan Gene said on Monday that the first patient has been dosed in its Phase 1/2 trial of RG-7, an AAV gene therapy for haemophilia B.

        The study will enrol twelve adults at three hospitals in Denmark. First results are expected next year.
        """;

    /// <summary>An article that differs from all others in its number.</summary>
    public static string Numbered(int number) =>
        $"""
        Company {number} opens a plant for viral vectors

        Company {number} opened a plant for viral vectors in Odense on Tuesday. It will make lentiviral vectors for {number % 7 + 2} customers.

        The firm raised ${number % 90 + 10} million in a Series A round last year and employs {number % 300 + 20} people.
        """;

    public static string Page(string title, string text) =>
        $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
        <body><article><h1>{title}</h1><p>{text}</p><p>The company expects to say more about its plans before the end of the year.</p></article></body></html>
        """;
}
