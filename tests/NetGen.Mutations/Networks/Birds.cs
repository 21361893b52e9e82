using NetGen.Data;

namespace NetGen.Mutations.Networks;

/// <summary>Birds of three species: numbers, a category and a label.</summary>
[DataSet, Sample(5), Classes(3)]
internal sealed class Birds(string path, CsvOptions? options = null) : CsvDataSet(path, new CsvColumns()
    .Number("bill", log: true)
    .Number("mass", Scaling.MinMax, missing: Missing.Mean)
    .OneHot("island")
    .Label("species"), options)
{
    public const string Text = """
        species,island,bill,mass,year
        Adelie,Dream,39.1,3750,2007
        Gentoo,"Bis,coe",46.1,4500,2008
        Chinstrap,"Tor""ger
        sen",50.5,NA,2009
        Adelie,Dream,38,3250,2007
        Gentoo,Dream,4.7e1,-5e-3,2007

        """;
}
