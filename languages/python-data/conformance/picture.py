from PIL import Image, ImageDraw, ImageFilter

picture = Image.new("RGB", (64, 64), "white")
draw = ImageDraw.Draw(picture)
draw.ellipse((8, 8, 56, 56), fill="navy")
draw.text((20, 26), "Hi", fill="white")
picture.filter(ImageFilter.GaussianBlur(1)).save("out/picture.jpg")

again = Image.open("out/picture.jpg")
print(again.format, again.size, again.getpixel((0, 0)))
