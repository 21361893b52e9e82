using System.Text;

namespace NetGen.Data.Tests.Csv;

public class CsvMutationTests
{
    /// <summary>A file that is damaged anywhere is read, or refused by an error that names it; nothing else happens.</summary>
    [Fact]
    public void A_damaged_file_is_read_or_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        byte[] whole = Encoding.UTF8.GetBytes(Penguins.Text(12, seed: 1).Replace("Dream", "\"Dre,\n\"\"am\"", StringComparison.Ordinal));
        var random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 600; i++)
        {
            byte[] mutated = Mutate(whole, random);
            string path = folder.Write("a.csv", mutated);
            try
            {
                var data = new Penguins(path);
                Table.SamplesOf(data);
                Table.LabelsOf(data);
            }
            catch (ArgumentException error) when (error.Message.Contains("Penguins states", StringComparison.Ordinal))
            {
                // Other categories or classes than the type states.
                refused++;
            }
            catch (InvalidDataException error)
            {
                Assert.Contains(path, error.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, 200, 599);
    }

    private static byte[] Mutate(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int position = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[position] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(position, random.Next(Math.Min(20, bytes.Count - position)));
                    break;
                case 2:
                    bytes.Insert(position, "\",;\n\r\0-e."u8[random.Next(9)]);
                    break;
                default:
                    bytes.InsertRange(position, whole.AsSpan(0, random.Next(40)).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }
}
