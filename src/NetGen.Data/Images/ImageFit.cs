using System.Text.Json.Serialization;

namespace NetGen.Data;

/// <summary>How a picture of any size becomes one of the sample's size.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImageFit>))]
public enum ImageFit
{
    /// <summary>
    /// Resized until it covers the sample, and cropped about its middle: <c>Resize</c> and <c>CenterCrop</c> of torchvision.
    /// </summary>
    Crop,

    /// <summary>Resized until it lies within the sample, in the middle; what is left is black.</summary>
    Pad,

    /// <summary>Resized to the sample's height and width, whatever its own proportions are.</summary>
    Stretch,
}
