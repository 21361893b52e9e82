namespace NetGen.Reports.Tests.TensorBoard;

public class Crc32CTests
{
    /// <summary>The check value of CRC-32C that is published, by the library and by the tests' own table.</summary>
    [Fact]
    public void The_check_value_is_the_published_one()
    {
        Assert.Equal(0xE3069283, Crc32C.Of("123456789"u8));
        Assert.Equal(0xE3069283, Crc32CTable.Of("123456789"u8));
    }

    [Fact]
    public void Both_agree_on_each_length()
    {
        byte[] bytes = new byte[100];
        new Random(1).NextBytes(bytes);
        for (int length = 0; length <= bytes.Length; length++)
        {
            uint sum = Crc32CTable.Of(bytes.AsSpan(0, length));
            Assert.Equal(sum, Crc32C.Of(bytes.AsSpan(0, length)));
            Assert.Equal(sum, Crc32CTable.Unmask(Crc32C.Masked(bytes.AsSpan(0, length))));
        }
    }
}
