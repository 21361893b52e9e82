using System.Globalization;
using System.Text;

namespace NetGen.Execution.Tests.Documentation;

/// <summary>Rows of the file of penguins that a page reads: drawn, with other columns between and a mass in twenty missing.</summary>
internal static class PenguinRows
{
    public static string Text { get; } = Draw(rows: 300);

    private static string Draw(int rows)
    {
        var random = new Random(1);
        var text = new StringBuilder("species,island,bill_length_mm,sex,body_mass_g,year\n");
        string[] species = ["Adelie", "Chinstrap", "Gentoo"], islands = ["Torgersen", "Dream", "Biscoe"];
        for (int i = 0; i < rows; i++)
        {
            int kind = random.Next(3);
            string island = islands[random.Next(4) == 0 ? random.Next(3) : kind];
            double bill = 39 + (kind * 4) + Noise(), mass = 3700 + (kind == 2 ? 1400 : 0) + (200 * Noise());
            string weighed = random.Next(20) == 0 ? "NA" : mass.ToString("F0", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{species[kind]},{island},{bill:F1},,{weighed},2007\n");
        }

        return text.ToString();

        double Noise() => random.NextDouble() + random.NextDouble() - 1;
    }
}
