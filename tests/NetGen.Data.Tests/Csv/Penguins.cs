using System.Globalization;
using System.Text;

namespace NetGen.Data.Tests.Csv;

/// <summary>Birds of three species, whose sizes and islands tell them apart.</summary>
[DataSet, Sample(5), Classes(3)]
public sealed class Penguins(string path, CsvOptions? options = null) : CsvDataSet(path, new CsvColumns()
    .Number("bill_length_mm")
    .Number("body_mass_g", missing: Missing.Mean)
    .OneHot("island")
    .Label("species"), options)
{
    /// <summary>A file of rows that are drawn; one mass in twenty is missing.</summary>
    public static string Text(int rows, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("species,island,bill_length_mm,body_mass_g,year\n");
        string[] species = ["Adelie", "Chinstrap", "Gentoo"], islands = ["Torgersen", "Dream", "Biscoe"];
        for (int i = 0; i < rows; i++)
        {
            int kind = random.Next(3);
            double bill = 39 + (kind * 4) + Noise(), mass = 3700 + (kind == 2 ? 1400 : 0) + (200 * Noise());
            string weighed = random.Next(20) == 0 ? "NA" : mass.ToString("F0", CultureInfo.InvariantCulture);
            string island = islands[random.Next(4) == 0 ? random.Next(3) : kind];
            text.Append(CultureInfo.InvariantCulture, $"{species[kind]},{island},{bill:F1},{weighed},2007\n");
        }

        return text.ToString();

        double Noise() => random.NextDouble() + random.NextDouble() - 1;
    }
}
