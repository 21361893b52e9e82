using NetGen.Tests.Data;

namespace NetGen.Mutations.Mutating;

/// <summary>Packs mutated content, so that the reader behind the unpacking sees it.</summary>
internal static class GzipMutation
{
    /// <summary>Packed once, twice, in two members, or with bytes behind the end.</summary>
    public static byte[] Packed(byte[] content, Draw draw)
    {
        switch (draw.Below(4))
        {
            case 0:
                draw.Note($"packed in two members");
                int middle = draw.Below(content.Length + 1);
                return [.. IdxBytes.Gzip(content[..middle]), .. IdxBytes.Gzip(content[middle..])];
            case 1:
                int layers = 2 + draw.Below(4);
                draw.Note($"packed {layers} times");
                for (int i = 0; i < layers; i++)
                    content = IdxBytes.Gzip(content);
                return content;
            case 2:
                draw.Note($"bytes behind the end");
                return [.. IdxBytes.Gzip(content), .. draw.Bytes(draw.Below(20))];
            default:
                draw.Note($"packed");
                return IdxBytes.Gzip(content);
        }
    }
}
